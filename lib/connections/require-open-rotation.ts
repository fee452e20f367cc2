import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { findLiveToken, type LiveTokenRow } from "./find-live-token";

/** Both tokens of an open rotation. Throws `rotation_not_started` when there is none. */
export async function requireOpenRotation(
  tx: Transaction,
  connectionId: string,
): Promise<{ current: LiveTokenRow | null; next: LiveTokenRow }> {
  const next = await findLiveToken(tx, connectionId, "next");
  if (!next) throw new DomainError("conflict", "rotation_not_started", "No token rotation is open for this connection.");
  return { current: await findLiveToken(tx, connectionId, "current"), next };
}
