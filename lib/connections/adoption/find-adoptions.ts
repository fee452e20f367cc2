import { type ListOrder, textPart, uuidPart } from "@/lib/db/list-order";
import { pageOf, patternOf, readListPage } from "@/lib/db/read-list-page";
import { findEffectiveRoles } from "@/lib/directory/roles/find-effective-roles";
import type { OrganizationScope } from "@/lib/scope";

export type AdoptionStatus = "open" | "linked" | "apart" | "ignored";
export type FindAdoptions = { status: AdoptionStatus; search?: string | undefined; cursor?: string | undefined; page: number; limit: number };

/** A person of a connection who may be a member that was there already. */
export type AdoptionRecord = {
  id: string;
  status: AdoptionStatus;
  reason: "email" | "user_name";
  registrationId: string | null;
  userName: string;
  email: string;
  name: string;
  createdAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  memberId: string;
  memberEmail: string;
  memberName: string;
  memberStatus: string;
  memberOrigin: "direct" | "scim";
  memberVerified: boolean;
  memberConnections: string[];
  memberRoles: string[];
};

type Row = Omit<AdoptionRecord, "memberRoles">;

const columns = `
  a.id, a.status, a.reason, a.registration_id AS "registrationId", a.user_name AS "userName", a.email, a.name, a.created_at AS "createdAt",
         a.decided_at AS "decidedAt", a.decided_by AS "decidedBy", m.id AS "memberId", m.email AS "memberEmail", m.name AS "memberName", m.status AS "memberStatus",
         m.origin AS "memberOrigin", coalesce(u.email_verified IS NOT NULL AND u.email = m.email_key, false) AS "memberVerified",
         ARRAY(SELECT c.display_name FROM registration r JOIN connection c ON c.id = r.connection_id WHERE r.member_id = m.id AND c.id <> a.connection_id ORDER BY 1) AS "memberConnections"`;

const from = `
    FROM adoption a JOIN member m ON m.id = a.member_id LEFT JOIN "user" u ON u.id = m.user_id
   WHERE a.organization_id = $1 AND a.connection_id = $2 AND a.status::text = $3 AND (a.status <> 'open' OR m.status <> 'deleted')
     AND ($4::text IS NULL OR lower(a.name) LIKE $4 OR lower(a.email) LIKE $4 OR a.user_name_key LIKE $4 OR lower(m.name) LIKE $4)`;

const byName: ListOrder = {
  name: "adoptions",
  parts: [
    { sql: "lower(coalesce(nullif(a.name, ''), a.user_name))", kind: textPart },
    { sql: "a.id", kind: uuidPart },
  ],
};

/** A page of the people of a connection about whom it is or was asked whether a member is the same person. Throws `invalid_cursor`. */
export async function findAdoptions(
  scope: OrganizationScope,
  connectionId: string,
  query: FindAdoptions,
): Promise<{ adoptions: AdoptionRecord[]; total: number; nextCursor: string | null }> {
  const source = { name: "find-adoptions", columns, from, values: [scope.organizationId, connectionId, query.status, patternOf(query)] };
  const { rows, total, nextCursor } = await readListPage<Row>(source, byName, pageOf(query));
  const roles = await findEffectiveRoles(scope, rows.map((row) => row.memberId));
  return {
    total,
    nextCursor,
    adoptions: rows.map((row) => {
      const known = roles.get(row.memberId);
      const held = [...(known?.inForce ?? []), ...(known?.suspended ?? [])].map((role) => role.roleId).filter((role) => role !== "org_member");
      return { ...row, memberRoles: [...new Set(held)].sort() };
    }),
  };
}
