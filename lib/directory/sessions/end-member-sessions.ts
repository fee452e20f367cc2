import type { Transaction } from "@/lib/db/transaction";

const END = `
  UPDATE member_session SET revoked_at = now(), revoked_reason = $2
   WHERE member_id = ANY ($1::uuid[]) AND revoked_at IS NULL AND expires_at > now()`;

/**
 * Ends all live sessions of members (row ids) in the transaction of the change that takes their access away, and answers how
 * many there were. `reason` is a machine word that the sessions keep. A member whose status leaves `active` needs no call:
 * the database ends those sessions itself.
 */
export async function endMemberSessions(tx: Transaction, memberIds: readonly string[], reason: string): Promise<number> {
  if (memberIds.length === 0) return 0;
  const { rowCount } = await tx.query({ name: "end-member-sessions", text: END, values: [memberIds, reason] });
  return rowCount ?? 0;
}
