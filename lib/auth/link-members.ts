import type { Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { groupBy } from "@/lib/group-by";
import type { Actor } from "@/lib/scope";
import { scopeToOrganization } from "./scope-to-organization";

const LINK = `
  WITH me AS (
    SELECT id, email FROM "user" WHERE id = $1 AND email_verified IS NOT NULL
  ), linked AS (
    UPDATE member m SET user_id = me.id, status = CASE WHEN m.status = 'invited' THEN 'active' ELSE m.status END, updated_at = now()
    FROM me WHERE m.email_key = me.email AND m.user_id IS NULL AND m.status IN ('active', 'invited')
    RETURNING m.id, m.organization_id, me.email
  ), accepted AS (
    UPDATE invitation i SET accepted_at = now() FROM linked
    WHERE i.member_id = linked.id AND i.accepted_at IS NULL AND i.revoked_at IS NULL
  )
  SELECT id AS "memberId", organization_id AS "organizationId", email FROM linked`;

type Linked = { memberId: string; organizationId: string; email: string };

/**
 * Ties a user with a verified e-mail to the members of that e-mail in every organization; someone who was invited counts
 * as having accepted. An unverified user is tied to nobody. Each of these members is told as changed.
 */
export async function linkMembers(tx: Transaction, userId: string): Promise<void> {
  const { rows } = await tx.query<Linked>(LINK, [userId]);
  for (const [organizationId, members] of groupBy(rows, (row) => row.organizationId)) {
    const actor: Actor = { type: "user", id: userId, label: members[0]?.email ?? "", remoteAddress: null };
    await announceMemberChange(tx, scopeToOrganization(organizationId, actor), "update", members.map((row) => row.memberId));
  }
}
