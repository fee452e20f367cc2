import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { getMember, memberNotFound } from "./get-member";
import type { MemberRecord } from "./member-record";

/** The member with an e-mail address, whatever its case. Two IdPs may know one address: the one in use comes first, then the oldest. */
export async function findMemberByEmail(scope: OrganizationScope, email: string): Promise<MemberRecord> {
  const { rows } = await pool().query<{ id: string }>({
    name: "find_member_by_email",
    text: `SELECT id FROM member WHERE organization_id = $1 AND email_key = $2 AND status <> 'deleted'
           ORDER BY status = 'active' DESC, status = 'invited' DESC, created_at, id LIMIT 1`,
    values: [scope.organizationId, email.trim().toLowerCase()],
  });
  if (!rows[0]) throw memberNotFound();
  return getMember(scope, rows[0].id);
}
