import type { JWK } from "jose";
import { pool } from "@/lib/db/client";

const SELECT = `SELECT public_jwk AS jwk FROM signing_key WHERE state <> 'retired' OR withdrawn_at > now() ORDER BY state, id`;

/** The public keys that anyone may fetch, to verify JWTs of member sessions: the next, the current and lately retired ones. */
export async function findPublishedKeys(): Promise<JWK[]> {
  const { rows } = await pool().query<{ jwk: JWK }>({ name: "find-published-keys", text: SELECT });
  return rows.map(({ jwk }) => jwk);
}
