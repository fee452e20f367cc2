import { createHash } from "node:crypto";
import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import type { RoleMappingEntry, RoleMappings } from "./role-mapping";

/** The group -> role mappings of one connection, groups by name. A connection of another organization, or a deleted one, is `not_found`. */
export async function findRoleMappings(scope: OrganizationScope, connectionId: string, db: Queryable = pool()): Promise<RoleMappings> {
  const { rows } = await db.query<{ entries: RoleMappingEntry[] }>({
    name: "find_role_mappings",
    text: selectMappings,
    values: [connectionId, scope.organizationId],
  });
  const found = rows[0];
  if (!found) throw new DomainError("not_found", "scim_connection_not_found", "There is no such connection in this organization.");
  return { connectionId, version: versionOf(found.entries), entries: found.entries };
}

/** Any change of a mapping, the arrival of a group that was only named among them, makes another version. */
function versionOf(entries: RoleMappingEntry[]): string {
  const lines = entries.map(({ groupId, groupName, roleId }) => JSON.stringify([groupId ?? `name:${groupName.toLowerCase()}`, roleId])).sort();
  return createHash("sha256").update(lines.join("\n")).digest("base64url").slice(0, 22);
}

const selectMappings = `
SELECT (
  SELECT coalesce(json_agg(entry), '[]') FROM (
    SELECT role_mapping.group_id AS "groupId", coalesce(idp_group.display_name, role_mapping.group_name) AS "groupName", role.role_id AS "roleId"
    FROM role_mapping
    JOIN role ON role.id = role_mapping.role_id
    LEFT JOIN idp_group ON idp_group.id = role_mapping.group_id
    WHERE role_mapping.connection_id = connection.id
    ORDER BY lower(coalesce(idp_group.display_name, role_mapping.group_name)), role.role_id
  ) AS entry
) AS entries
FROM connection WHERE id = $1 AND organization_id = $2 AND status <> 'deleted'`;
