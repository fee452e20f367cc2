import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import type { ConnectionScope, OrganizationScope } from "@/lib/scope";
import { findEffectiveRoles } from "../roles/find-effective-roles";
import type { MemberRecord } from "./member-record";

type Row = Omit<MemberRecord, "groups" | "inForce" | "suspended">;

/** Members of one organization with registrations, groups and roles, in the order of `memberIds`; foreign and unknown ids are left out. Two statements. */
export async function loadMembers(
  scope: OrganizationScope | ConnectionScope,
  memberIds: readonly string[],
  db: Queryable = pool(),
): Promise<MemberRecord[]> {
  if (memberIds.length === 0) return [];
  const { rows } = await db.query<Row>({ name: "load_members", text: selectMembers, values: [scope.organizationId, memberIds] });
  const roles = await findEffectiveRoles(scope, memberIds, db);
  return rows.flatMap((row) => {
    const known = roles.get(row.id);
    return known ? [{ ...row, ...known }] : [];
  });
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const selectMembers = `
SELECT member.id, member.organization_id AS "organizationId", member.status, member.origin, member.email, member.name,
  coalesce("user".email_verified IS NOT NULL AND "user".email = member.email_key, false) AS "emailVerified",
  member.external_id AS "externalId", member.trusted_metadata AS "trustedMetadata", member.untrusted_metadata AS "untrustedMetadata",
  ${iso("member.created_at")} AS "createdAt", ${iso("member.updated_at")} AS "updatedAt", ${iso("member.deleted_at")} AS "deletedAt",
  coalesce((
    SELECT json_agg(json_build_object(
      'id', registration.id, 'connectionId', connection.id, 'connectionName', connection.display_name,
      'identityProvider', connection.identity_provider, 'userName', registration.user_name, 'externalId', registration.external_id,
      'active', registration.active, 'keptActive', registration.kept_active, 'attributes', registration.attributes,
      'createdAt', ${iso("registration.created_at")}, 'updatedAt', ${iso("registration.updated_at")}
    ) ORDER BY registration.active DESC, registration.position DESC)
    FROM registration JOIN connection ON connection.id = registration.connection_id AND connection.status <> 'deleted'
    WHERE registration.member_id = member.id
  ), '[]') AS registrations
FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, position)
JOIN member ON member.id = asked.id AND member.organization_id = $1
LEFT JOIN "user" ON "user".id = member.user_id
ORDER BY asked.position`;
