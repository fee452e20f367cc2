import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { SIGNING_KEY_COLUMNS, type SigningKey } from "./signing-key";

const SELECT = `SELECT ${SIGNING_KEY_COLUMNS} FROM signing_key ORDER BY state, retired_at DESC, id LIMIT 100`;

/** The next key, the current one, and retired ones from the latest back, those no longer published included. */
export async function findSigningKeys(_scope: InstallationScope): Promise<SigningKey[]> {
  return (await pool().query<SigningKey>(SELECT)).rows;
}
