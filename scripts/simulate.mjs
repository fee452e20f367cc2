// npm run simulate -- <dialect> --base URL --token T: an identity provider without an account at one.
import { prepareBundles } from "./prepare.mjs";

await prepareBundles();
await import("../dist/simulate.js");
