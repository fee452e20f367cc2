import type { CallEffectKind, CallEffectWire } from "@/lib/contracts/activity";
import { toWireId } from "@/lib/contracts/wire-id";
import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { compareRoles, compareSnapshots, listSnapshot } from "@/lib/directory/members/compare-snapshots";
import type { OrganizationScope } from "@/lib/scope";

/** What a call changed, in its order: at most a hundred, and how many there are. */
export type CallEffects = { effects: CallEffectWire[]; total: number };

type Snapshot = Record<string, unknown>;
type Row = { type: string; memberId: string | null; objectId: string; groupName: string | null; previousName: string | null; member: Snapshot | null; before: Snapshot | null; beforeRoles: Snapshot | null; total: number };

const shown = 100;

// The snapshot before is the last one that carried attributes (or roles): an event tells only what it is about.
const previous = (key: string): string => `(SELECT p.payload -> 'member' FROM event p
  WHERE p.object_id = e.object_id AND p.position < e.position AND e.type LIKE '%.member.%' AND p.payload -> 'member' ? '${key}' ORDER BY p.position DESC LIMIT 1)`;

const statement = `
  SELECT e.type, e.member_id AS "memberId", e.object_id AS "objectId", e.payload #>> '{idp_group,group_name}' AS "groupName",
    (SELECT p.payload #>> '{idp_group,group_name}' FROM event p WHERE p.object_id = e.object_id AND p.position < e.position
       AND e.type = 'scim.idp_group.update' ORDER BY p.position DESC LIMIT 1) AS "previousName",
    e.payload -> 'member' AS member, ${previous("scim_registration")} AS before, ${previous("roles")} AS "beforeRoles",
    count(*) OVER ()::int AS total
  FROM event e WHERE e.request_id = $2 AND e.organization_id = $1 ORDER BY e.position LIMIT ${shown}`;

/**
 * What one call changed, from the events that were committed with the change. Pass a transaction as `db` to see what it has
 * not committed yet.
 */
export async function findCallEffects(scope: Pick<OrganizationScope, "organizationId">, requestId: string, db: Queryable = pool()): Promise<CallEffects> {
  const { rows } = await db.query<Row>({ name: "find-call-effects", text: statement, values: [scope.organizationId, requestId] });
  return { effects: rows.map(present), total: rows[0]?.total ?? 0 };
}

function present(row: Row): CallEffectWire {
  const kind = kindOf(row);
  const name = row.member && String(row.member.name || row.member.email_address || "");
  const attributes = kind === "person_created" ? listSnapshot(row.member) : compareSnapshots(row.before, row.member);
  const renamed = row.previousName !== null && row.previousName !== row.groupName;
  return {
    kind,
    member: row.memberId ? { member_id: toWireId("member", row.memberId), name: name ?? "" } : null,
    group: row.groupName === null ? null : { group_id: row.objectId, name: row.groupName },
    fields: renamed ? [{ field: "display_name", before: row.previousName, after: row.groupName }] : attributes,
    roles: row.type === "scim.member.update" ? compareRoles(row.beforeRoles, row.member) : null,
  };
}

const groupKinds: Record<string, CallEffectKind> = { create: "group_created", update: "group_updated", delete: "group_removed", member_add: "member_added", member_delete: "member_removed" };

function kindOf({ type, member, before }: Row): CallEffectKind {
  const [, object, action = ""] = type.split(".");
  if (object === "idp_group") return groupKinds[action] ?? "group_updated";
  if (action === "create") return "person_created";
  if (action === "delete") return member?.status === "deactivated" ? "person_deactivated" : "person_removed";
  if (member && "roles" in member && !("scim_registration" in member)) return "roles_changed";
  return before?.status === "deactivated" && member?.status === "active" ? "person_reactivated" : "person_updated";
}
