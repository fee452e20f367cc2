import type { SignInMethod } from "@/lib/contracts/sign-in-method";
import { pool } from "@/lib/db/client";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * How IdPs may authenticate to a connection, the usual way first. Told to callers who have not done so yet: a connection that does not exist looks
 * like a new one.
 */
export async function findEnabledMethods(connectionId: string): Promise<SignInMethod[]> {
  if (!uuid.test(connectionId)) return ["bearer"];
  const { rows } = await pool().query<{ sign_in_methods: SignInMethod[] }>({
    name: "find-sign-in-methods",
    text: "SELECT sign_in_methods FROM connection WHERE id = $1 AND status <> 'deleted'",
    values: [connectionId],
  });
  return rows[0]?.sign_in_methods ?? ["bearer"];
}
