import { booleanPart, integerPart, type ListOrder, textPart } from "@/lib/db/list-order";
import { pageOf, patternOf, readListPage } from "@/lib/db/read-list-page";
import { findEffectiveRoles } from "@/lib/directory/roles/find-effective-roles";
import type { OrganizationScope } from "@/lib/scope";
import { type Standing, standingOf } from "./brake";

export type FindDepartures = { search?: string | undefined; standing?: Standing | undefined; cursor?: string | undefined; page: number; limit: number };

/** One person of a case, with what they have or get back. */
export type DepartureRecord = {
  id: string;
  memberId: string;
  registrationId: string;
  name: string;
  email: string;
  kind: "deactivate" | "delete";
  standing: Standing;
  activeAtIdp: boolean | null;
  at: Date;
  roles: string[];
  requestId: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
};

// Who was deleted is in no group any more: their roles are those of the groups that they were in.
const head = `
  WITH listed AS (
    SELECT d.*, m.name, m.email, m.email_key, r.id AS known, r.active AND NOT r.kept_active AS idp_active, ${standingOf} AS standing
      FROM departure d JOIN member m ON m.id = d.member_id LEFT JOIN registration r ON r.id = d.registration_id
     WHERE d.organization_id = $1 AND d.case_id = $2
  )`;

const columns = `
         id, member_id AS "memberId", registration_id AS "registrationId", name, email, kind, standing,
         CASE WHEN known IS NULL THEN NULL ELSE idp_active END AS "activeAtIdp", at, request_id AS "requestId", decided_at AS "decidedAt", decided_by AS "decidedBy",
         ARRAY(SELECT DISTINCT role.role_id FROM role_mapping rm JOIN role ON role.id = rm.role_id
                WHERE snapshot IS NOT NULL AND rm.group_id IN (SELECT g::uuid FROM jsonb_array_elements_text(snapshot->'groups') g)) AS roles`;

const from = `
    FROM listed
   WHERE ($3::text IS NULL OR standing = $3) AND ($4::text IS NULL OR lower(name) LIKE $4 OR email_key LIKE $4)`;

const waitingFirst: ListOrder = {
  name: "departures",
  parts: [
    { sql: "(standing <> 'waiting')", kind: booleanPart },
    { sql: "lower(name)", kind: textPart },
    { sql: "email_key", kind: textPart },
    { sql: "number", kind: integerPart },
  ],
};

/** A page of the people of a case, those who wait first, by name. The caller has shown that the case is the organization's. Throws `invalid_cursor`. */
export async function findDepartures(
  scope: OrganizationScope,
  caseId: string,
  query: FindDepartures,
): Promise<{ departures: DepartureRecord[]; total: number; nextCursor: string | null }> {
  const source = { name: "find-departures", head, columns, from, values: [scope.organizationId, caseId, query.standing ?? null, patternOf(query)] };
  const { rows, total, nextCursor } = await readListPage<DepartureRecord>(source, waitingFirst, pageOf(query));
  const roles = await findEffectiveRoles(scope, rows.map((row) => row.memberId));
  return {
    total,
    nextCursor,
    departures: rows.map((row) => {
      const known = roles.get(row.memberId);
      const had = [...(known?.inForce ?? []), ...(known?.suspended ?? [])].map((role) => role.roleId);
      return { ...row, roles: [...new Set([...had, ...row.roles])].filter((role) => role !== "org_member").sort() };
    }),
  };
}
