import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { makeToken, type NewToken } from "./make-token";

/** Makes a token and stores its hash in a free slot of the connection; it ends at `endsAt`, or never. The caller holds the connection's lock. */
export async function insertToken(tx: Transaction, connectionId: string, slot: "current" | "next", endsAt: Date | null = null): Promise<NewToken> {
  const token = makeToken();
  await tx.query("INSERT INTO connection_token (id, connection_id, slot, hash, last_four, expires_at) VALUES ($1, $2, $3, $4, $5, $6)", [
    uuidv7(),
    connectionId,
    slot,
    token.hash,
    token.lastFour,
    endsAt,
  ]);
  return token;
}
