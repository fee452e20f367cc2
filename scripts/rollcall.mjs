// npm run --silent rollcall -- <command>: the command line, on the running or the stopped installation.
import { prepareBundles } from "./prepare.mjs";

await prepareBundles();
await import("../dist/rollcall.js");
