import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { compareRoles, compareSnapshots } from "./compare-snapshots";

/** One thing that happened to a member: by an IdP (`connectionName`) or by a person or credential (`actor`). */
export type MemberHistoryEntry = {
  id: string;
  at: string;
  kind: MemberHistoryKind;
  actor: string | null;
  connectionName: string | null;
  /** The IdP call that did it, to be linked; null for people's changes and for what is older than the link. */
  call: { id: string; connectionId: string } | null;
  group: { id: string; name: string } | null;
  roleId: string | null;
  /** Names of what changed, in the wire's spelling: `title`, `name.given_name`. */
  changed: string[];
  /** Roles that came or went by it, where it tells of roles. */
  roles: { gained: string[]; lost: string[] } | null;
  /** The audit's word, where no sentence exists for it. */
  action: string;
};

const kinds = [
  "scim_member_create", "scim_member_update", "scim_member_deactivate", "scim_member_reactivate", "scim_member_delete",
  "scim_idp_group_member_add", "scim_idp_group_member_delete",
  "member_create", "member_update", "member_delete", "member_reactivate", "role_assign", "role_unassign", "roles_changed",
  "admin_create", "invitation_create", "invitation_resend", "invitation_revoke", "invitation_accept", "session_create", "session_attest", "session_revoke", "session_revoke_all", "member_sign_in", "move_match", "move_detach", "adoption_link", "adoption_apart", "adoption_ignore",
] as const;

export type MemberHistoryKind = (typeof kinds)[number] | "other";

type Snapshot = Record<string, unknown>;
type Row = Omit<MemberHistoryEntry, "kind" | "changed" | "roles"> & { before: Snapshot | null; beforeRoles: Snapshot | null; after: Snapshot | null };

/** What happened to a member, newest first: the IdP's changes from events, people's from the audit. */
export async function findMemberHistory(scope: OrganizationScope, memberId: string, limit: number): Promise<MemberHistoryEntry[]> {
  const { rows } = await pool().query<Row>({ name: "find_member_history", text: selectHistory, values: [memberId, scope.organizationId, limit] });
  return rows.map(({ before, beforeRoles, after, ...row }) => ({
    ...row,
    kind: kindOf(row.action, before, after),
    changed: row.action === "scim.member.update" ? compareSnapshots(before, after).map(({ field }) => field) : [],
    roles: row.action.endsWith(".member.update") ? compareRoles(beforeRoles, after) : null,
  }));
}

function kindOf(action: string, before: Snapshot | null, after: Snapshot | null): MemberHistoryKind {
  if (action === "scim.member.delete" && after?.status === "deactivated") return "scim_member_deactivate";
  if (action === "scim.member.update" && before?.status === "deactivated" && after?.status === "active") return "scim_member_reactivate";
  if (action === "dashboard.member.update" || action === "direct.member.update") return "roles_changed";
  if (action === "scim.member.update" && after && "roles" in after && !("scim_registration" in after)) return "roles_changed";
  const name = action.replaceAll(".", "_");
  return kinds.find((kind) => kind === name) ?? "other";
}

// A change by a person is in the audit and in an event. The event is only told where the audit has no entry for this member: roles that changed
// because a mapping did.
const selectHistory = `
WITH told AS (
  SELECT event.id, event.created_at AS at, event.position, event.type AS action, event.connection_id, event.request_id,
    payload->'idp_group' AS idp_group, payload->'member' AS after,
    lag(payload->'member') OVER (PARTITION BY object_id = $1, payload->'member' ? 'scim_registration' ORDER BY position) AS before,
    lag(payload->'member') OVER (PARTITION BY object_id = $1, payload->'member' ? 'roles' ORDER BY position) AS before_roles
  FROM event WHERE organization_id = $2 AND (object_id = $1 OR (member_id = $1 AND member_id <> object_id))
), listed AS (
  SELECT told.id, told.at, told.position, told.action, NULL AS actor, connection.display_name AS "connectionName",
    CASE WHEN told.request_id IS NOT NULL AND connection.id IS NOT NULL THEN json_build_object('id', told.request_id, 'connectionId', connection.id) END AS call,
    CASE WHEN told.idp_group IS NOT NULL THEN json_build_object('id', told.idp_group->>'group_id', 'name', told.idp_group->>'group_name') END AS "group",
    NULL AS "roleId", told.before, told.before_roles AS "beforeRoles", told.after
  FROM told LEFT JOIN connection ON connection.id = told.connection_id
  WHERE told.action LIKE 'scim.%'
    OR (told.action LIKE '%.member.update' AND NOT EXISTS (
      SELECT FROM audit_entry WHERE target_id = $1::text AND audit_entry.organization_id = $2
        AND audit_entry.at BETWEEN told.at - interval '1 second' AND told.at + interval '1 second'))
  UNION ALL
  SELECT id, at, 0, action, actor_label, NULL, NULL, NULL, coalesce(after->>'role_id', before->>'role_id'), NULL, NULL, NULL
  FROM audit_entry WHERE organization_id = $2 AND target_id = $1::text
  UNION ALL
  SELECT a.id, a.at, 0, a.action, a.actor_label, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM invitation i JOIN audit_entry a ON a.target_id = i.id::text AND a.organization_id = $2 WHERE i.member_id = $1 AND i.organization_id = $2
)
SELECT id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, action, actor, "connectionName", call, "group", "roleId", before, "beforeRoles", after
FROM listed ORDER BY listed.at DESC, position DESC LIMIT $3`;
