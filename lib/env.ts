import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const positive = z.coerce.number().int().positive();

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: port.default(3000),
  ROLLCALL_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROLLCALL_DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://").optional(),
  DATABASE_POOL_SIZE: positive.default(10),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
});

export type Env = {
  production: boolean;
  port: number;
  /** Public base URL without a trailing slash. */
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databasePoolSize: number;
  logLevel: string;
  /** Signs portal sessions. */
  sessionSecret: string | undefined;
};

type Shared = { env?: Env };
const shared = ((globalThis as { rollcallEnv?: Shared }).rollcallEnv ??= {});

/** The configuration, read once from the environment. Throws with one line a mistake. */
export function env(): Env {
  return (shared.env ??= readEnv(process.env));
}

/** Parses an environment; exported for tests and for the start command, which fills what is missing. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const value = parsed.data;
  return {
    production: value.NODE_ENV === "production",
    port: value.PORT,
    publicUrl: (value.ROLLCALL_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ""),
    dataDir: value.ROLLCALL_DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    databasePoolSize: value.DATABASE_POOL_SIZE,
    logLevel: value.LOG_LEVEL,
    sessionSecret: value.NEXTAUTH_SECRET,
  };
}
