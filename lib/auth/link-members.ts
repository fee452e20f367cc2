import { recordAudit } from "@/lib/activity/record-audit";
import type { Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { groupBy } from "@/lib/group-by";
import type { Actor } from "@/lib/scope";
import { scopeToOrganization } from "./scope-to-organization";

const LINK = `
  WITH me AS (
    SELECT id, email FROM "user" WHERE id = $1 AND email_verified IS NOT NULL
  ), linked AS (
    UPDATE member m SET user_id = old.user_id, status = CASE WHEN m.status = 'invited' THEN 'active' ELSE m.status END, updated_at = now()
    FROM (SELECT member.id, member.status, me.id AS user_id, me.email FROM member JOIN me ON member.email_key = me.email
           WHERE member.user_id IS NULL AND member.status IN ('active', 'invited') FOR UPDATE OF member) old
    WHERE m.id = old.id
    RETURNING m.id, m.organization_id, m.name, old.email, old.status::text AS before, m.status::text AS after
  ), accepted AS (
    UPDATE invitation i SET accepted_at = now() FROM linked
    WHERE i.member_id = linked.id AND i.accepted_at IS NULL AND i.revoked_at IS NULL
  )
  SELECT id AS "memberId", organization_id AS "organizationId", email, name, before, after FROM linked`;

type Linked = { memberId: string; organizationId: string; email: string; name: string; before: string; after: string };

/**
 * Ties a user with a verified e-mail to the members of that e-mail in every organization; someone who was invited counts
 * as having accepted. An unverified user is tied to nobody. Each of these members is told as changed, and in the audit log.
 */
export async function linkMembers(tx: Transaction, userId: string, remoteAddress: string | null): Promise<void> {
  const { rows } = await tx.query<Linked>(LINK, [userId]);
  for (const [organizationId, members] of groupBy(rows, (row) => row.organizationId)) {
    const actor: Actor = { type: "user", id: userId, label: members[0]?.email ?? "", remoteAddress };
    const scope = scopeToOrganization(organizationId, actor);
    await announceMemberChange(tx, scope, "update", members.map((row) => row.memberId));
    for (const { memberId, email, name, before, after } of members) {
      const target = { type: "member", id: memberId, label: name || email };
      await recordAudit(tx, { scope, action: "member.sign_in", target, before: { status: before, user_id: null }, after: { status: after, user_id: userId } });
    }
  }
}
