import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

/** The database's `take_departure` and `group_keeps_org_admin` take the same lock. */
const lock = "SELECT pg_advisory_xact_lock(hashtextextended('org-admin:' || $1, 0))";
const remains = "SELECT org_admin_remains($1, NULL, NULL, NULL, '{}', false) AS remains";

/**
 * Runs a change that may take `org_admin` away, and refuses it (`last_org_admin`) when the organization had an active org_admin before and has
 * none after. The vendor's own programs (API credential, command line) are let through unless `always`: they can make a new one. Whoever takes
 * the role away, by whatever way, waits for the one before (decision 25).
 */
export async function protectLastAdmin<Result>(
  tx: Transaction,
  scope: OrganizationScope,
  work: () => Promise<Result>,
  { always = false }: { always?: boolean } = {},
): Promise<Result> {
  if (!always && scope.actor.type !== "user") return work();
  await tx.query(lock, [scope.organizationId]);
  const before = await hasAdmin(tx, scope);
  const result = await work();
  if (before && !(await hasAdmin(tx, scope))) throw lastOrgAdmin();
  return result;
}

async function hasAdmin(tx: Transaction, scope: OrganizationScope): Promise<boolean> {
  const { rows } = await tx.query<{ remains: boolean }>(remains, [scope.organizationId]);
  return rows[0]?.remains ?? false;
}

/** The one refusal of whatever would leave an organization without an org_admin. */
export function lastOrgAdmin(): DomainError {
  return new DomainError("conflict", "last_org_admin", "Nobody would be left who administers this organization. Make somebody else an org_admin first.");
}
