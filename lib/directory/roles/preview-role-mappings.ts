import { pool } from "@/lib/db/client";
import { groupBy } from "@/lib/group-by";
import type { OrganizationScope } from "@/lib/scope";
import { diffRoleHolders, type HolderChange } from "./diff-role-holders";
import { findRoleMappings } from "./find-role-mappings";
import { refuseStaleMappings } from "./refuse-stale-mappings";
import { resolveRoleMappings } from "./resolve-role-mappings";
import { roleHolders } from "./role-holders";
import type { RoleMappingInput } from "./role-mapping";

export type PreviewedMember = { id: string; name: string; email: string };
export type PreviewedChange = { roleId: string; change: "gained" | "lost"; count: number; members: PreviewedMember[] };
export type RoleMappingPreview = { version: string; changes: PreviewedChange[]; warnings: ("no_org_admin_left" | "own_access_lost")[] };

const shown = 50;

/**
 * Who would gain and lose which role if these mappings were saved, the first by name (`findPreviewedPeople` has all), and what to think about
 * first. Changes nothing. Of a change that was made on another `version` than the present one no preview would be true: it is `stale`.
 */
export async function previewRoleMappings(
  scope: OrganizationScope,
  { connectionId, mappings, version: basis }: { connectionId: string; mappings: readonly RoleMappingInput[]; version?: string | undefined },
): Promise<RoleMappingPreview> {
  const saved = await findRoleMappings(scope, connectionId);
  refuseStaleMappings(saved, basis);
  const wanted = await resolveRoleMappings(pool(), scope, connectionId, mappings);
  const differences = await diffRoleHolders(pool(), scope, connectionId, wanted);
  const grouped = [...groupBy(differences, ({ roleId, change }) => `${roleId} ${change}`).values()];
  const changes = await Promise.all(grouped.map((group) => describeChange(scope, group)));
  changes.sort((a, b) => (a.roleId === b.roleId ? a.change.localeCompare(b.change) : a.roleId === "org_admin" ? -1 : b.roleId === "org_admin" ? 1 : a.roleId.localeCompare(b.roleId)));
  return { version: saved.version, changes, warnings: await warn(scope, differences) };
}

async function describeChange(scope: OrganizationScope, group: HolderChange[]): Promise<PreviewedChange> {
  const { rows } = await pool().query<PreviewedMember>(
    `SELECT id, name, email FROM member WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY lower(name), id LIMIT $3`,
    [scope.organizationId, group.map((each) => each.memberId), shown],
  );
  const [{ roleId, change } = { roleId: "", change: "gained" as const }] = group;
  return { roleId, change, count: group.length, members: rows };
}

async function warn(scope: OrganizationScope, differences: HolderChange[]): Promise<RoleMappingPreview["warnings"]> {
  const admins = differences.filter((difference) => difference.roleId === "org_admin");
  const losers = admins.filter((difference) => difference.change === "lost").map((difference) => difference.memberId);
  if (losers.length === 0) return [];
  const { rows } = await pool().query<{ admins: number; own: boolean }>(countAdmins, [scope.organizationId, scope.actor.type === "user" ? scope.actor.id : null, losers]);
  const remaining = (rows[0]?.admins ?? 0) - losers.length + (admins.length - losers.length);
  return [...(remaining <= 0 ? (["no_org_admin_left"] as const) : []), ...(rows[0]?.own ? (["own_access_lost"] as const) : [])];
}

const countAdmins = `
SELECT (SELECT count(*)::int FROM (${roleHolders({ role: "(SELECT id FROM role WHERE role_id = 'org_admin' AND organization_id IS NULL)" })}) AS holder) AS admins,
  EXISTS (SELECT FROM member WHERE organization_id = $1 AND user_id = $2::uuid AND id = ANY($3::uuid[])) AS own`;
