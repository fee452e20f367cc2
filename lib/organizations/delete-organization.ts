import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { recordOrganizationEvent } from "./record-organization-event";

/**
 * Deletes an organization with everything in it: members, connections, groups, roles, invitations (foreign keys carry it).
 * The log of its calls goes too; the audit stays. @throws DomainError `not_found`
 */
export async function deleteOrganization(scope: OrganizationScope): Promise<void> {
  const { organizationId } = scope;
  await transaction(async (tx) => {
    await recordOrganizationEvent(tx, scope.actor, organizationId, "delete");
    // Assignments and mappings hold on to roles; without them the cascade would meet the organization's own roles first.
    await tx.query("DELETE FROM role_assignment WHERE organization_id = $1", [organizationId]);
    await tx.query("DELETE FROM role_mapping WHERE organization_id = $1", [organizationId]);
    await tx.query("DELETE FROM scim_request WHERE organization_id = $1", [organizationId]);
    const deleted = await tx.query<{ name: string; slug: string }>("DELETE FROM organization WHERE id = $1 RETURNING name, slug", [organizationId]);
    const row = deleted.rows[0];
    if (!row) throw new DomainError("not_found", "organization_not_found", "Organization could not be found.");
    await recordAudit(tx, {
      scope,
      action: "organization.delete",
      target: { type: "organization", id: organizationId, label: row.name },
      before: { name: row.name, slug: row.slug },
    });
  });
}
