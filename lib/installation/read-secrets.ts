import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";

type Secrets = { NEXTAUTH_SECRET: string; ROLLCALL_ENCRYPTION_KEY: string };

/** The secrets that the environment does not give: made once and kept in the data folder, readable by the owner only. */
export function readSecrets(folder: string): Secrets {
  const { sessionSecret, encryptionKey } = env();
  if (sessionSecret && encryptionKey) return { NEXTAUTH_SECRET: sessionSecret, ROLLCALL_ENCRYPTION_KEY: encryptionKey };
  const kept = keptSecrets(path.join(folder, "secrets.json"));
  return { NEXTAUTH_SECRET: sessionSecret ?? kept.NEXTAUTH_SECRET, ROLLCALL_ENCRYPTION_KEY: encryptionKey ?? kept.ROLLCALL_ENCRYPTION_KEY };
}

function keptSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const made: Secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("base64url"), ROLLCALL_ENCRYPTION_KEY: randomBytes(32).toString("hex") };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}
