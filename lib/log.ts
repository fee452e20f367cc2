import pino from "pino";
import { env } from "./env";

type Shared = { logger?: pino.Logger };
const shared = ((globalThis as { rollcallLog?: Shared }).rollcallLog ??= {});

/** The process's structured log (JSON lines on standard output). Secrets never go in. */
export function log(): pino.Logger {
  return (shared.logger ??= pino({ level: env().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
}
