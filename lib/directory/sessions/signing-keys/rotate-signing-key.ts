import { recordAudit } from "@/lib/activity/record-audit";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { insertSigningKey } from "./insert-signing-key";
import { PUBLISHED_SECONDS, type Rotation, SIGNING_LOCK } from "./signing-key";
import { turnSigningKeys } from "./turn-signing-keys";

const SELECT_NEXT = `
  SELECT id, created_at < now() - make_interval(secs => $1) AS announced,
         ceil(extract(epoch FROM created_at + make_interval(secs => $1) - now()))::int AS seconds
    FROM signing_key WHERE state = 'next'`;

/**
 * Lets the announced key sign from now on and announces another one. What the old key signed stays valid.
 * @throws DomainError `conflict` when the announced key is so new that verifiers may not know it yet; `force` does it nevertheless
 */
export async function rotateSigningKey(scope: InstallationScope, { force }: { force: boolean }): Promise<Rotation> {
  return transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [SIGNING_LOCK]);
    await requireAnnounced(tx, force);
    const rotation = await turnSigningKeys(tx);
    await recordAudit(tx, {
      scope,
      action: "signing_key.rotate",
      target: { type: "signing_key", id: rotation.currentId, label: rotation.currentId },
      before: { current: rotation.retiredId },
      after: { current: rotation.currentId },
    });
    return rotation;
  });
}

async function requireAnnounced(tx: Transaction, force: boolean): Promise<void> {
  const { rows } = await tx.query<{ announced: boolean; seconds: number }>(SELECT_NEXT, [PUBLISHED_SECONDS]);
  if (!rows[0]) await insertSigningKey(tx, "next");
  if (force || rows[0]?.announced) return;
  const seconds = rows[0]?.seconds ?? PUBLISHED_SECONDS;
  throw new DomainError("conflict", "signing_key_too_new", `The next key is new: verifiers that look every five minutes may refuse what it signs. In ${seconds} seconds all of them know it.`, {
    retry_after_seconds: seconds,
  });
}
