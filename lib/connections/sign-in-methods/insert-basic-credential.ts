import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { hashSecret } from "@/lib/secret";
import { makeToken } from "../make-token";

/**
 * Makes a user name and a password for HTTP Basic. Stored is the SHA-256 of `user:password`, so that Basic is looked up in
 * the same way, at the same price, as a bearer token.
 */
export async function insertBasicCredential(tx: Transaction, connectionId: string): Promise<{ userName: string; password: string }> {
  const { bearerToken: password, lastFour } = makeToken();
  const userName = `scim-${makeToken().bearerToken.slice(0, 10).replaceAll(/[-_]/g, "0").toLowerCase()}`;
  await tx.query(
    `INSERT INTO connection_token (id, connection_id, kind, hash, user_name, last_four) VALUES ($1, $2, 'basic', $3, $4, $5)`,
    [uuidv7(), connectionId, hashSecret(`${userName}:${password}`), userName, lastFour],
  );
  return { userName, password };
}
