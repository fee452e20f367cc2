import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

export type RoleRollout = {
  /** When the mapping was saved, and when the last JWT from before has ended. */
  savedAt: Date;
  completeAt: Date;
  /** Sessions that lived then and live still, and how many of them have fetched a JWT with the new roles since. */
  sessions: number;
  refreshed: number;
};

/** A JWT lives for five minutes and says what was true when it was signed: `sessions/authenticate` gives the next one. */
const ROLLOUT = `
  WITH saved AS (
    SELECT at FROM audit_entry WHERE organization_id = $1 AND action = 'role_mapping.update' AND target_id = $2 AND at > now() - interval '5 minutes' ORDER BY at DESC LIMIT 1)
  SELECT saved.at AS "savedAt", saved.at + interval '5 minutes' AS "completeAt",
    count(live.id)::int AS sessions, count(live.id) FILTER (WHERE live.last_accessed_at >= saved.at)::int AS refreshed
  FROM saved LEFT JOIN member_session live
    ON live.organization_id = $1 AND live.started_at < saved.at AND live.revoked_at IS NULL AND live.expires_at > now()
  GROUP BY saved.at`;

/** How far the last change of a connection's role mapping has come with live sessions, for the five minutes that it takes; null where there is none, or nobody is signed in. */
export async function readRoleRollout(scope: OrganizationScope, connectionId: string): Promise<RoleRollout | null> {
  const { rows } = await pool().query<RoleRollout>(ROLLOUT, [scope.organizationId, connectionId]);
  const [rollout] = rows;
  return rollout && rollout.sessions > 0 ? rollout : null;
}
