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
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  ROLLCALL_FEDERATION_HOSTS: z.string().default(""),
  OIDC_NAME: z.string().min(1).default("single sign-on"),
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
  /** Without it e-mail is written to the log in development and not sent in production. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Hosts beside Microsoft's from which keys for workload identity federation may be fetched. */
  federationHosts: string[];
  /** The generic OpenID Connect provider for portal sign-in. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
};

type Shared = { env?: Env };
const shared = ((globalThis as { rollcallEnv?: Shared }).rollcallEnv ??= {});

/** The configuration, read once from the environment. Throws with one line a mistake. */
export function env(): Env {
  return (shared.env ??= readOwnEnv());
}

function readOwnEnv(): Env {
  const read = readEnv(process.env);
  // next-auth takes its own address from the environment and from nowhere else.
  process.env.NEXTAUTH_URL = read.publicUrl;
  return read;
}

/** Parses an environment; exported for tests and for the start command, which fills what is missing. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const value = parsed.data;
  const publicUrl = (value.ROLLCALL_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, "");
  return {
    production: value.NODE_ENV === "production",
    port: value.PORT,
    publicUrl,
    dataDir: value.ROLLCALL_DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    databasePoolSize: value.DATABASE_POOL_SIZE,
    logLevel: value.LOG_LEVEL,
    sessionSecret: value.NEXTAUTH_SECRET,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM ?? `Rollcall <rollcall@${new URL(publicUrl).hostname}>`,
    federationHosts: value.ROLLCALL_FEDERATION_HOSTS.split(",").map((host) => host.trim()).filter((host) => host !== ""),
    oidc: oidcOf(value),
  };
}

function oidcOf(value: z.infer<typeof Environment>): Env["oidc"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = value;
  if (issuer && clientId && clientSecret) return { issuer: issuer.replace(/\/+$/, ""), clientId, clientSecret, name };
  if (!issuer && !clientId && !clientSecret) return undefined;
  throw new Error("OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: give all three or none");
}
