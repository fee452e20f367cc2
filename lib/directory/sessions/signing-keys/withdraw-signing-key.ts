import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";

const WITHDRAW = `
  UPDATE signing_key k SET withdrawn_at = now() FROM (SELECT id, withdrawn_at FROM signing_key WHERE id = $1 AND state = 'retired' AND withdrawn_at > now() FOR UPDATE) old
   WHERE k.id = old.id RETURNING old.withdrawn_at AS until, k.withdrawn_at AS now`;

/**
 * Takes a retired key out of the published set before its time, for a key that may have been seen by others. What it signed
 * is refused as soon as verifiers look again. @throws DomainError `not_found`: unknown, still in use, or withdrawn already
 */
export async function withdrawSigningKey(scope: InstallationScope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await tx.query<{ until: Date; now: Date }>(WITHDRAW, [id]);
    const [times] = rows;
    if (!times) throw new DomainError("not_found", "signing_key_not_found", "There is no retired signing key with this id.");
    await recordAudit(tx, { scope, action: "signing_key.withdraw", target: { type: "signing_key", id, label: id }, before: { published_until: times.until }, after: { published_until: times.now } });
  });
}
