import type { Transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";

const ASSIGN = `
  INSERT INTO role_assignment (member_id, role_id, organization_id, created_by)
  SELECT m.id, r.id, m.organization_id, $3 FROM member m, role r
  WHERE m.id = $1 AND m.organization_id = $2 AND r.role_id = 'org_admin' AND r.organization_id IS NULL
  ON CONFLICT DO NOTHING`;

/** Gives a member the reserved role `org_admin` by hand. False: it was so already. */
export async function assignOrgAdmin(tx: Transaction, scope: OrganizationScope, memberId: string): Promise<boolean> {
  const { rowCount } = await tx.query(ASSIGN, [memberId, scope.organizationId, scope.actor.label]);
  return rowCount === 1;
}
