import type { Queryable } from "@/lib/db/queryable";
import type { OrganizationScope } from "@/lib/scope";
import type { ResolvedMapping } from "./resolve-role-mappings";
import { roleHolders } from "./role-holders";

/** Someone who would gain or lose a role altogether: not merely one of several reasons for it. */
export type HolderChange = { memberId: string; roleId: string; change: "gained" | "lost" };

/** Who gains and who loses which role when a connection's mappings become `wanted`, compared with what is saved now. */
export async function diffRoleHolders(
  db: Queryable,
  scope: OrganizationScope,
  connectionId: string,
  wanted: readonly ResolvedMapping[],
): Promise<HolderChange[]> {
  const rows = wanted.filter((mapping) => mapping.groupId !== null).map(({ roleRow, groupId }) => ({ role_id: roleRow, group_id: groupId }));
  const { rows: changes } = await db.query<HolderChange>(compareHolders, [scope.organizationId, connectionId, JSON.stringify(rows)]);
  return changes;
}

/** SQL: all mappings of the organization `$1` as `(role_id, group_id)`, those of connection `$2` as `$3` has them. */
export const wantedMappings = `
  SELECT role_id, group_id FROM jsonb_to_recordset($3::jsonb) AS wanted (role_id uuid, group_id uuid)
  UNION
  SELECT role_id, group_id FROM role_mapping WHERE organization_id = $1 AND connection_id <> $2 AND group_id IS NOT NULL`;

/** SQL: the roles whose mappings change when those of connection `$2` become `$3`: nobody gains or loses any other. */
export const touchedRoles = `
  SELECT DISTINCT role_id FROM (
    SELECT DISTINCT role_id, group_id FROM jsonb_to_recordset($3::jsonb) AS wanted (role_id uuid, group_id uuid)
    UNION ALL
    SELECT DISTINCT role_id, group_id FROM role_mapping WHERE connection_id = $2 AND group_id IS NOT NULL
  ) either GROUP BY role_id, group_id HAVING count(*) = 1`;

const touched = "ANY (SELECT role_id FROM touched)";

const compareHolders = `
WITH touched AS MATERIALIZED (${touchedRoles}), saved AS (${roleHolders({ role: touched })}),
wanted AS (${roleHolders({ role: touched, mappings: `SELECT role_id, group_id FROM (${wantedMappings}) w WHERE role_id = ${touched}` })}), difference AS (
  (SELECT role_id, member_id, 'gained' AS change FROM wanted EXCEPT SELECT role_id, member_id, 'gained' FROM saved)
  UNION ALL
  (SELECT role_id, member_id, 'lost' FROM saved EXCEPT SELECT role_id, member_id, 'lost' FROM wanted)
)
SELECT difference.member_id AS "memberId", role.role_id AS "roleId", difference.change
FROM difference JOIN role ON role.id = difference.role_id`;
