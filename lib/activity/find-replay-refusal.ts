import type { ReplayRefusal } from "@/lib/contracts/activity";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import type { NamedScimRequest } from "./scim-request";

/**
 * Why a call cannot be repeated, or null when it can: it did what it should, it only read, it was not let in, its content was
 * not kept, or what it is about has changed since by another call.
 */
export async function findReplayRefusal(scope: OrganizationScope, request: NamedScimRequest): Promise<ReplayRefusal | null> {
  return refusalOfItself(request) ?? ((await changedSince(scope, request)) ? "changed_since" : null);
}

function refusalOfItself({ method, path, operation, status, quirks, bodyState, connectionId }: NamedScimRequest): ReplayRefusal | null {
  const leftOut = quirks.some(({ code }) => code === "unknown_member");
  if (method === "GET" || method === "HEAD" || /\/\.search\b/.test(path)) return "read_only";
  if (status < 400 && !leftOut) return "done";
  if (operation === "bulk") return "bulk";
  // Whoever sent it showed no right token: an administrator's click must not let it in.
  if (status === 401 || connectionId === null) return "not_let_in";
  if (method === "DELETE") return null;
  return bodyState === "kept" ? null : (`body_${bodyState}` as ReplayRefusal);
}

// A call about a person is overtaken by any later change of that person; one about a group by a later change of the group
// itself, or of the membership of the same people (of anybody, where the call says who is to be in it).
const statement = `
  SELECT 1 FROM event e
  WHERE e.organization_id = $1 AND e.object_id = $2 AND e.created_at > $3 AND e.request_id IS DISTINCT FROM $4
    AND CASE WHEN e.type LIKE '%.member.%' THEN e.type NOT LIKE '%.update' OR e.payload -> 'member' ? 'scim_registration'
             WHEN e.type LIKE '%.member_%' THEN $5 OR e.member_id = ANY ($6::uuid[])
             ELSE true END
  LIMIT 1`;

async function changedSince(scope: OrganizationScope, request: NamedScimRequest): Promise<boolean> {
  const target = request.method === "POST" ? null : (request.memberId ?? request.groupId ?? (await findTarget(scope, request.path)));
  if (!target) return false;
  const { people, method } = request;
  const named = people ? [...people.added, ...people.removed].flatMap(({ memberId }) => memberId ?? []) : [];
  const whole = method !== "PATCH" || (people?.replaces ?? false);
  const { rows } = await pool().query(statement, [scope.organizationId, target, request.receivedAt, request.id, whole, named]);
  return rows.length > 0;
}

/** A refused call names its target in the path only. */
async function findTarget(scope: OrganizationScope, path: string): Promise<string | null> {
  const id = /^\/(?:users|groups)\/([0-9a-f]{8}-[0-9a-f-]{27})(?:[/?]|$)/i.exec(path)?.[1];
  if (!id) return null;
  const found = await pool().query<{ id: string }>(
    `SELECT member_id AS id FROM registration WHERE id = $2 AND organization_id = $1 UNION ALL SELECT id FROM idp_group WHERE id = $2 AND organization_id = $1`,
    [scope.organizationId, id],
  );
  return found.rows[0]?.id ?? null;
}
