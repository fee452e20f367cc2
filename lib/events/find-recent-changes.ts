import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** A change that an IdP made, as the overview tells it. `action` is the last word of the event type. */
export type RecentChange = {
  id: string;
  at: Date;
  object: "member" | "idp_group";
  action: string;
  objectId: string;
  objectName: string;
  /** The member's status after the change, or who came into or left the group. */
  status: string | null;
  memberId: string | null;
  memberName: string | null;
  connectionName: string | null;
};

const SELECT = `
  SELECT e.id, e.created_at AS at, split_part(e.type, '.', 2) AS object, split_part(e.type, '.', 3) AS action, e.object_id AS "objectId",
         coalesce(nullif(e.payload #>> '{member,name}', ''), e.payload #>> '{member,email_address}') AS member_name,
         e.payload #>> '{idp_group,group_name}' AS group_name, e.payload #>> '{member,status}' AS status,
         e.member_id AS "memberId", c.display_name AS "connectionName"
  FROM event e LEFT JOIN connection c ON c.id = e.connection_id
  WHERE e.organization_id = $1 AND e.type LIKE 'scim.%' AND e.type <> 'scim.brake_case.create'
  ORDER BY e.position DESC LIMIT $2`;

type Row = Omit<RecentChange, "objectName" | "memberName"> & { member_name: string | null; group_name: string | null };

/** What the organization's IdPs changed lately, newest first. */
export async function findRecentChanges(scope: OrganizationScope, limit: number): Promise<RecentChange[]> {
  const found = await pool().query<Row>({ name: "find-recent-changes", text: SELECT, values: [scope.organizationId, limit] });
  return found.rows.map(({ member_name, group_name, ...row }) => ({
    ...row,
    objectName: (row.object === "member" ? member_name : group_name) ?? "",
    memberName: row.object === "member" ? null : member_name,
  }));
}
