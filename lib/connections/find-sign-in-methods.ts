import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";

/** The ways in which this connection's IdP may sign in, as they are enabled now. */
export async function findSignInMethods(scope: ConnectionScope): Promise<string[]> {
  const { rows } = await pool().query<{ sign_in_methods: string[] }>("select sign_in_methods from connection where id = $1", [scope.connectionId]);
  return rows[0]?.sign_in_methods ?? [];
}
