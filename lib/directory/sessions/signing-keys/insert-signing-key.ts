import { exportJWK, exportPKCS8, generateKeyPair } from "jose";
import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { seal } from "@/lib/seal";

const INSERT = `
  INSERT INTO signing_key (id, state, public_jwk, ciphertext, activated_at)
  VALUES ($1, $2::signing_key_state, $3, $4, CASE WHEN $2 = 'current' THEN now() END)`;

/** Makes an RS256 key pair. The private half is sealed before it meets the database. */
export async function insertSigningKey(tx: Transaction, state: "next" | "current"): Promise<string> {
  const id = uuidv7();
  const { publicKey, privateKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: "RS256", use: "sig", key_ops: ["verify"] };
  await tx.query(INSERT, [id, state, JSON.stringify(publicJwk), seal(await exportPKCS8(privateKey))]);
  return id;
}
