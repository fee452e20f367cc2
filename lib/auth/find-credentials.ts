import { pool } from "@/lib/db/client";
import type { WireCredential } from "@/lib/contracts/credential";
import type { InstallationScope } from "@/lib/scope";

type Row = { id: string; name: string; scopes: WireCredential["scopes"]; last_four: string; created_at: Date; last_used_at: Date | null };
const SELECT = `SELECT id, name, scopes, last_four, created_at, last_used_at FROM api_credential WHERE revoked_at IS NULL ORDER BY created_at DESC`;

/** The live API credentials, newest first. */
export async function findCredentials(_scope: InstallationScope): Promise<WireCredential[]> {
  const found = await pool().query<Row>(SELECT);
  return found.rows.map((row) => ({
    credential_id: `credential-${row.id}`,
    name: row.name,
    scopes: row.scopes,
    secret_last_four: row.last_four,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
  }));
}
