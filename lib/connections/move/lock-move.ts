import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { lockConnection } from "../lock-connection";
import { getMove } from "./find-move";
import type { Move } from "./move";

/** The open move that a connection takes part in, held until the transaction ends. Throws `move_not_found` and `move_ended`. */
export async function lockMove(tx: Transaction, scope: OrganizationScope, connectionId: string): Promise<Move> {
  const found = await getMove(scope, connectionId, tx);
  await tx.query("SELECT 1 FROM connection_move WHERE id = $1 FOR UPDATE", [found.id]);
  const { rows } = await tx.query<{ status: string }>("SELECT status FROM connection_move WHERE id = $1", [found.id]);
  if (rows[0]?.status !== "open") throw new DomainError("conflict", "move_ended", "This move is over.");
  await lockConnection(tx, scope, found.from.id);
  return found;
}
