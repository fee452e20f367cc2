import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { makeToken } from "../make-token";

/** Makes one more secret of an OAuth client and returns it: the one moment that it is known. Older ones keep working. */
export async function insertClientSecret(tx: Transaction, clientId: string): Promise<string> {
  const { bearerToken: secret, hash, lastFour } = makeToken();
  await tx.query("INSERT INTO connection_client_secret (id, client_id, hash, last_four) VALUES ($1, $2, $3, $4)", [
    uuidv7(),
    clientId,
    hash,
    lastFour,
  ]);
  return secret;
}
