import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { seal } from "@/lib/seal";

const KEY_BYTES = 32;

/** Makes a signing secret in Standard Webhooks' form (`whsec_` and base64) and keeps it sealed. Returns it: it is shown once. */
export async function insertSecret(tx: Transaction, endpointId: string): Promise<string> {
  const secret = `whsec_${randomBytes(KEY_BYTES).toString("base64")}`;
  await tx.query("INSERT INTO webhook_secret (id, endpoint_id, ciphertext) VALUES ($1, $2, $3)", [uuidv7(), endpointId, seal(secret)]);
  return secret;
}
