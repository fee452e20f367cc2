import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { assignOrgAdmin } from "@/lib/organizations/assign-org-admin";
import { ensureDirectMember } from "@/lib/organizations/ensure-direct-member";
import type { OrganizationScope } from "@/lib/scope";
import { ensureUser } from "./ensure-user";

export type NewOrgAdmin = { email: string; password: string; name?: string };

/**
 * Gives an organization an admin who can sign in at once with a password: user, active member and the role `org_admin`.
 * Asking again changes nothing. For the command line and tests; people are invited instead.
 * @throws DomainError `conflict` when the user already signs in with another password
 */
export async function createOrgAdmin(scope: OrganizationScope, wanted: NewOrgAdmin): Promise<{ userId: string; memberId: string }> {
  return transaction(async (tx) => {
    const user = await ensureUser(tx, wanted);
    const email = wanted.email.trim().toLowerCase();
    const member = await ensureDirectMember(tx, scope, { email, name: wanted.name ?? "", status: "active" });
    await tx.query("UPDATE member SET user_id = $2, status = 'active', updated_at = now() WHERE id = $1", [member.id, user.id]);
    const promoted = await assignOrgAdmin(tx, scope, member.id);
    if (member.created || promoted || member.status !== "active") await announceMemberChange(tx, scope, member.created ? "create" : "update", [member.id]);
    await recordAudit(tx, {
      scope,
      action: "admin.create",
      target: { type: "member", id: member.id, label: email },
      after: { email },
    });
    return { userId: user.id, memberId: member.id };
  });
}
