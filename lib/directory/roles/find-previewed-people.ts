import { pool } from "@/lib/db/client";
import { patternOf } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { wantedMappings } from "./diff-role-holders";
import { findRoleMappings } from "./find-role-mappings";
import type { PreviewedMember } from "./preview-role-mappings";
import { requireRoles } from "./require-roles";
import { resolveRoleMappings } from "./resolve-role-mappings";
import { roleHolders } from "./role-holders";
import type { RoleMappingInput } from "./role-mapping";

export type FindPreviewedPeople = {
  connectionId: string;
  mappings: readonly RoleMappingInput[];
  roleId: string;
  change: "gained" | "lost";
  search?: string | undefined;
  offset: number;
  limit: number;
};

/** A page of the people who would gain (or lose) one role if these mappings were saved, by name; narrowed by name or e-mail. Changes nothing. */
export async function findPreviewedPeople(scope: OrganizationScope, query: FindPreviewedPeople): Promise<{ members: PreviewedMember[]; total: number }> {
  await findRoleMappings(scope, query.connectionId);
  const roleRow = (await requireRoles(scope, [query.roleId])).get(query.roleId);
  const wanted = await resolveRoleMappings(pool(), scope, query.connectionId, query.mappings);
  const rows = wanted.filter((mapping) => mapping.roleRow === roleRow && mapping.groupId !== null).map(({ groupId }) => ({ role_id: roleRow, group_id: groupId }));
  const values = [scope.organizationId, query.connectionId, JSON.stringify(rows), roleRow, patternOf(query), query.limit, query.offset];
  const found = await pool().query<{ members: PreviewedMember[]; total: number }>(selectPeople(query.change), values);
  return found.rows[0] ?? { members: [], total: 0 };
}

const before = roleHolders({ role: "$4::uuid" });
const after = roleHolders({ role: "$4::uuid", mappings: `SELECT role_id, group_id FROM (${wantedMappings}) AS every_role WHERE role_id = $4::uuid` });

function selectPeople(change: "gained" | "lost"): string {
  const [having, lacking] = change === "gained" ? [after, before] : [before, after];
  return `
WITH changed AS MATERIALIZED (
  SELECT member.id, member.name, member.email FROM member
  JOIN (SELECT member_id FROM (${having}) AS holders EXCEPT SELECT member_id FROM (${lacking}) AS others) AS difference ON difference.member_id = member.id
  WHERE $5::text IS NULL OR lower(member.name) LIKE $5 OR member.email_key LIKE $5
)
SELECT (SELECT count(*)::int FROM changed) AS total,
  (SELECT coalesce(json_agg(shown), '[]') FROM (SELECT id, name, email FROM changed ORDER BY lower(name), id LIMIT $6 OFFSET $7) AS shown) AS members`;
}
