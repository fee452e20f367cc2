import { z } from "zod";

const whole = (from: number, to: number): z.ZodType<number> => {
  const sentence = `must be a whole number from ${from} to ${to}`;
  return z.string().regex(/^\d{1,9}$/, sentence).transform(Number).refine((value) => value >= from && value <= to, sentence);
};
const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be a URL such as ${example}` });
const text = z.string().min(1);

const Environment = z.object({
  NODE_ENV: oneOf("development", "production", "test").default("development"),
  PORT: whole(1, 65_535).default(3000),
  ROLLCALL_HOST: text.optional(),
  ROLLCALL_URL: url(/^https?$/, "https://rollcall.example.com").superRefine(checkPublicUrl).optional(),
  ROLLCALL_DATA_DIR: text.default(".data"),
  ROLLCALL_TRUST_PROXY: oneOf("true", "false").default("false"),
  ROLLCALL_ENCRYPTION_KEY: z.string().regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits (openssl rand -hex 32)").optional(),
  ROLLCALL_SCIM_DOOR: oneOf("fast", "next").optional(),
  ROLLCALL_SCIM_REQUESTS_PER_MINUTE: whole(1, 100_000_000).default(300_000),
  ROLLCALL_API_REQUESTS_PER_MINUTE: whole(1, 100_000_000).default(6_000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://").optional(),
  DATABASE_DIRECT_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://").optional(),
  DATABASE_PREPARED_STATEMENTS: oneOf("true", "false").default("true"),
  DATABASE_POOL_SIZE: whole(1, 1000).default(10),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SMTP_URL: url(/^smtps?$/, "smtps://user:password@mail.example.com").optional(),
  MAIL_FROM: z.string().regex(/@/, "must contain an e-mail address").optional(),
  OIDC_ISSUER: url(/^https?$/, "https://login.example.com").optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  ROLE: z.enum(["all", "web", "worker"]).default("all"),
  ROLLCALL_SIGNING_KEY_DAYS: whole(1, 3650).default(90),
  ROLLCALL_ISSUER_HOSTS: z.string().default(""),
  ROLLCALL_EVENT_DAYS: whole(1, 3650).default(365),
  ROLLCALL_CALL_DAYS: whole(1, 3650).default(30),
  ROLLCALL_WEBHOOK_ALLOW: z.string().regex(/^[0-9a-f.:/, ]*$/i, "must be addresses or networks in CIDR form, separated by commas").default(""),
  ROLLCALL_FEDERATION_HOSTS: z.string().default(""),
  OIDC_NAME: text.default("single sign-on"),
});

export type Env = {
  production: boolean;
  port: number;
  /** The address to listen on; all of the machine's when undefined. */
  host: string | undefined;
  /** Public base URL without a trailing slash. */
  publicUrl: string;
  dataDir: string;
  /** The last X-Forwarded-For entry comes from our own reverse proxy and is true. */
  trustProxy: boolean;
  /** Who answers /api/scim: `server.ts` itself (`fast`) or Next's route handlers. */
  scimDoor: "fast" | "next";
  /** How many SCIM calls one connection may make in a minute, over all processes. */
  scimRequestsPerMinute: number;
  /** How many calls one API credential may make in a minute, over all processes. */
  apiRequestsPerMinute: number;
  databaseUrl: string | undefined;
  /** Past a connection pooler, for what needs a session of its own: LISTEN and the lock of migrations. */
  databaseDirectUrl: string | undefined;
  /** Whether a statement may stay prepared on a connection; not behind a pooler that knows nothing of them. */
  preparedStatements: boolean;
  databasePoolSize: number;
  logLevel: string;
  /** Signs portal sessions. */
  sessionSecret: string | undefined;
  /** 32 bytes in hexadecimal: encrypts what has to be read back, such as webhook signing secrets. */
  encryptionKey: string | undefined;
  /** Without it e-mail is written to the log in development and not sent in production. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** What this process does: everything, only HTTP, or only the delivery of webhooks. */
  role: "all" | "web" | "worker";
  /** How long a key signs the JWTs of member sessions before the next one takes over. */
  signingKeyDays: number;
  /** Hosts (with a port where it is not the usual one) from which the keys of trusted issuers may be fetched; empty: any public one. */
  issuerHosts: string[];
  /** How long logged IdP calls are kept where an organization says nothing else. */
  callRetentionDays: number;
  /** How long events are kept. */
  eventDays: number;
  /** Private networks (CIDR) and addresses that webhooks may reach. */
  webhookAllow: string[];
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

/** Fills in what is not given (database, secrets), for us and for libraries that read the environment themselves. */
export function completeEnv(values: Record<string, string>): Env {
  for (const [name, value] of Object.entries(values)) process.env[name] ||= value;
  return (shared.env = readOwnEnv());
}

function readOwnEnv(): Env {
  const read = readEnv(process.env);
  // next-auth takes its own address from the environment and from nowhere else.
  process.env.NEXTAUTH_URL = read.publicUrl;
  return read;
}

/** Parses an environment; an empty value counts as not given. Throws an Error whose message has one line a mistake. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  const mistakes = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  mistakes.push(...findUnknown(given), ...findHalfOidc(given));
  if (!parsed.success || mistakes.length > 0) throw new Error(mistakes.join("\n"));
  return toEnv(parsed.data);
}

function toEnv(value: z.infer<typeof Environment>): Env {
  const publicUrl = new URL(value.ROLLCALL_URL ?? `http://localhost:${value.PORT}`).origin;
  return {
    production: value.NODE_ENV === "production",
    port: value.PORT,
    host: value.ROLLCALL_HOST,
    publicUrl,
    dataDir: value.ROLLCALL_DATA_DIR,
    trustProxy: value.ROLLCALL_TRUST_PROXY === "true",
    // In development Next answers, so that a change to the code shows without a restart.
    scimDoor: value.ROLLCALL_SCIM_DOOR ?? (value.NODE_ENV === "development" ? "next" : "fast"),
    scimRequestsPerMinute: value.ROLLCALL_SCIM_REQUESTS_PER_MINUTE,
    apiRequestsPerMinute: value.ROLLCALL_API_REQUESTS_PER_MINUTE,
    databaseUrl: value.DATABASE_URL,
    databaseDirectUrl: value.DATABASE_DIRECT_URL ?? value.DATABASE_URL,
    preparedStatements: value.DATABASE_PREPARED_STATEMENTS === "true",
    databasePoolSize: value.DATABASE_POOL_SIZE,
    logLevel: value.LOG_LEVEL,
    sessionSecret: value.NEXTAUTH_SECRET,
    encryptionKey: value.ROLLCALL_ENCRYPTION_KEY,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM ?? `Rollcall <rollcall@${new URL(publicUrl).hostname}>`,
    role: value.ROLE,
    signingKeyDays: value.ROLLCALL_SIGNING_KEY_DAYS,
    issuerHosts: readList(value.ROLLCALL_ISSUER_HOSTS),
    callRetentionDays: value.ROLLCALL_CALL_DAYS,
    eventDays: value.ROLLCALL_EVENT_DAYS,
    webhookAllow: readList(value.ROLLCALL_WEBHOOK_ALLOW),
    federationHosts: readList(value.ROLLCALL_FEDERATION_HOSTS),
    oidc: oidcOf(value),
  };
}

/** Okta refuses an underscore anywhere in a base URL, and a path would need Next's base path at build time. */
function checkPublicUrl(value: string, context: z.RefinementCtx): void {
  if (!URL.canParse(value)) return;
  const { hostname, pathname, search, hash, username } = new URL(value);
  const refuse = (message: string): void => context.addIssue({ code: "custom", message });
  if (hostname.includes("_")) refuse("must not contain an underscore: Okta refuses such a base URL");
  if (pathname !== "/" || search || hash) refuse("must end after the host name (and port): Rollcall serves at the root of its host");
  if (username) refuse("must not contain a user name or password");
}

/** A misspelt setting is a mistake that would otherwise go unseen. */
function findUnknown(given: Record<string, unknown>): string[] {
  const names = Object.keys(given).filter((name) => name.startsWith("ROLLCALL_") && !(name in Environment.shape));
  const known = Object.keys(Environment.shape).filter((name) => name.startsWith("ROLLCALL_"));
  return names.map((name) => `${name}: is not a setting (there are ${known.join(", ")})`);
}

function findHalfOidc(given: Record<string, unknown>): string[] {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  const missing = names.filter((name) => !(name in given));
  if (missing.length === 0 || missing.length === names.length) return [];
  return [`${missing.join(", ")}: missing; single sign-on needs ${names.join(", ")} together`];
}

function oidcOf(value: z.infer<typeof Environment>): Env["oidc"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = value;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return { issuer: issuer.replace(/\/+$/, ""), clientId, clientSecret, name };
}

function readList(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
