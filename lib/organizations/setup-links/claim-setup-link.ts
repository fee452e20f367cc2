import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

const CLAIM = `
  UPDATE setup_link SET connection_id = $3
   WHERE id = $1 AND organization_id = $2 AND may_create AND connection_id IS NULL AND revoked_at IS NULL AND expires_at > now()`;

/** Ties a connection that is being made with a set-up link to it: a link makes one and from then on leads to it. Throws `setup_link_used`. */
export async function claimSetupLink(tx: Transaction, scope: OrganizationScope, connectionId: string): Promise<void> {
  const claimed = await tx.query(CLAIM, [scope.actor.id, scope.organizationId, connectionId]);
  if (claimed.rowCount === 1) return;
  throw new DomainError("conflict", "setup_link_used", "A connection was made with this link already. Reload the page to go on with it.");
}
