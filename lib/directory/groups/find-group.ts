import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { type GroupRecord, groupColumns } from "./group-record";

export type GroupReference = { id: string; name: string };

/** A group with the groups directly inside it and directly around it. */
export type GroupDetails = GroupRecord & { children: GroupReference[]; parents: GroupReference[] };

/** One group by its id; null for an unknown one and another organization's. */
export async function findGroup(scope: OrganizationScope, groupId: string | null): Promise<GroupDetails | null> {
  const { rows } = await pool().query<GroupDetails>({ name: "find_group", text: selectGroup, values: [groupId, scope.organizationId] });
  return rows[0] ?? null;
}

const related = (own: string, other: string) => `coalesce((
  SELECT json_agg(json_build_object('id', related.id, 'name', related.display_name) ORDER BY related.display_name_key)
  FROM group_nesting JOIN idp_group AS related ON related.id = group_nesting.${other}
  WHERE group_nesting.${own} = idp_group.id), '[]')`;

const selectGroup = `
SELECT ${groupColumns}, ${related("group_id", "child_group_id")} AS children, ${related("child_group_id", "group_id")} AS parents
FROM idp_group JOIN connection ON connection.id = idp_group.connection_id AND connection.status <> 'deleted'
WHERE idp_group.id = $1 AND idp_group.organization_id = $2`;
