// npm run dev: the same server with Next's Fast Refresh. A change of server.ts itself needs a restart.
import { prepareBundles, stopWithNpm } from "./prepare.mjs";

stopWithNpm();
await prepareBundles({ tests: true });
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
process.env.NODE_ENV = "development";
await import("../dist/server.js");
