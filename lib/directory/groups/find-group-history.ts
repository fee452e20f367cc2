import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

export type GroupHistoryEntry = {
  id: string;
  at: string;
  kind: "create" | "update" | "renamed" | "nested" | "delete" | "member_add" | "member_delete";
  connectionName: string | null;
  /** The IdP call that did it. */
  call: { id: string; connectionId: string } | null;
  member: { id: string; name: string } | null;
  /** For a renamed group. */
  before: string;
  after: string;
  /** The groups that were put inside, as long as they are there. */
  inside: string;
};

type Row = Omit<GroupHistoryEntry, "kind"> & { action: Exclude<GroupHistoryEntry["kind"], "renamed" | "nested"> };

/** What happened to a group, newest first. */
export async function findGroupHistory(scope: OrganizationScope, groupId: string, limit: number): Promise<GroupHistoryEntry[]> {
  const { rows } = await pool().query<Row>({ name: "find_group_history", text: selectHistory, values: [groupId, scope.organizationId, limit] });
  return rows.map(({ action, ...row }) => ({ ...row, kind: action === "update" ? kindOfUpdate(row) : action }));
}

function kindOfUpdate({ before, after, inside }: Omit<Row, "action">): GroupHistoryEntry["kind"] {
  if (inside !== "") return "nested";
  return before !== "" && before !== after ? "renamed" : "update";
}

const selectHistory = `
WITH told AS (
  SELECT event.*, payload->'idp_group'->>'group_name' AS name, lag(payload->'idp_group'->>'group_name') OVER (ORDER BY position) AS previous
  FROM event WHERE organization_id = $2 AND object_id = $1
)
SELECT told.id, to_char(told.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, split_part(told.type, '.', 3) AS action,
  connection.display_name AS "connectionName",
  CASE WHEN told.request_id IS NOT NULL AND connection.id IS NOT NULL THEN json_build_object('id', told.request_id, 'connectionId', connection.id) END AS call, coalesce(told.previous, '') AS before, coalesce(told.name, '') AS after,
  coalesce((SELECT string_agg(child.display_name, ', ' ORDER BY child.display_name_key) FROM group_nesting JOIN idp_group AS child ON child.id = group_nesting.child_group_id
    WHERE group_nesting.group_id = $1 AND group_nesting.created_at = told.created_at AND told.type = 'scim.idp_group.update'), '') AS inside,
  CASE WHEN member.id IS NOT NULL THEN json_build_object('id', member.id, 'name', coalesce(nullif(member.name, ''), member.email)) END AS member
FROM told
LEFT JOIN connection ON connection.id = told.connection_id
LEFT JOIN member ON member.id = told.member_id AND member.organization_id = $2
ORDER BY told.position DESC LIMIT $3`;
