import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

type Claimed = { id: string; email?: string | undefined; externalId?: string | undefined };

/**
 * Refuses an e-mail address or external id that another member of the organization has. The unique indexes hold what they can; this also sees
 * people whom an IdP provisioned (two IdPs may share an address, a person added by hand may not), under a lock so that two writers do not pass each other.
 */
export async function refuseDuplicates(tx: Transaction, scope: OrganizationScope, { id, email, externalId }: Claimed): Promise<void> {
  if (email === undefined && externalId === undefined) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('member-claims:' || $1, 0))`, [scope.organizationId]);
  const { rows } = await tx.query<{ by_email: boolean; by_external_id: boolean }>(
    `SELECT coalesce(bool_or(email_key = lower($3) AND status <> 'deleted'), false) AS by_email, coalesce(bool_or(external_id = $4), false) AS by_external_id
     FROM member WHERE organization_id = $1 AND id <> $2 AND (email_key = lower($3) OR external_id = $4)`,
    [scope.organizationId, id, email ?? null, externalId ?? null],
  );
  if (rows[0]?.by_email) throw new DomainError("conflict", "duplicate_member_email", "A member with this e-mail address exists already.", { email_address: email });
  if (rows[0]?.by_external_id) throw new DomainError("conflict", "duplicate_external_id", "A member with this external id exists already.", { external_id: externalId });
}
