import type { z } from "zod";
import type { PublicKey } from "@/lib/contracts/session";
import { pool } from "@/lib/db/client";

const SELECT = `SELECT public_jwk AS jwk FROM signing_key WHERE state <> 'retired' OR withdrawn_at > now() ORDER BY state, id`;

/** The public keys that anyone may fetch, to verify JWTs of member sessions: the next, the current and lately retired ones. */
export async function findPublishedKeys(): Promise<z.infer<typeof PublicKey>[]> {
  const { rows } = await pool().query<{ jwk: z.infer<typeof PublicKey> }>({ name: "find-published-keys", text: SELECT });
  return rows.map(({ jwk }) => jwk);
}
