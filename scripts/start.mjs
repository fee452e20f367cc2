// npm start: everything from an empty clone to a running Rollcall.
import { prepareBuild, stopWithNpm } from "./prepare.mjs";

stopWithNpm();
await prepareBuild();
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
process.env.NODE_ENV = "production";
await import("../dist/server.js");
