import type { Queryable } from "@/lib/db/queryable";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { requireRoles } from "./require-roles";
import type { RoleMappingInput } from "./role-mapping";

/** A mapping as a row: role and group by their row ids, the group by name only where it was not pushed yet. */
export type ResolvedMapping = { roleRow: string; roleId: string; groupId: string | null; groupName: string };

type Group = { id: string; name: string; key: string };

/**
 * Turns what was asked for into rows, each pair once: names that a pushed group bears become that group, unknown roles, unknown group
 * ids and rows without a group are `invalid`.
 */
export async function resolveRoleMappings(
  db: Queryable,
  scope: OrganizationScope,
  connectionId: string,
  inputs: readonly RoleMappingInput[],
): Promise<ResolvedMapping[]> {
  const roles = await requireRoles(scope, inputs.map((input) => input.roleId), db);
  const groups = await findGroups(db, connectionId, inputs);
  const resolved = new Map<string, ResolvedMapping>();
  for (const input of inputs) {
    const group = pickGroup(groups, input);
    const roleRow = roles.get(input.roleId);
    if (roleRow) resolved.set(`${group.groupId ?? group.groupName.toLowerCase()} ${roleRow}`, { roleRow, roleId: input.roleId, ...group });
  }
  return [...resolved.values()];
}

async function findGroups(db: Queryable, connectionId: string, inputs: readonly RoleMappingInput[]): Promise<Group[]> {
  const ids = inputs.flatMap((input) => input.groupId ?? []);
  const names = inputs.flatMap((input) => (input.groupId ? [] : (input.groupName?.trim().toLowerCase() ?? [])));
  const { rows } = await db.query<Group>(
    `SELECT id, display_name AS name, display_name_key AS key FROM idp_group
     WHERE connection_id = $1 AND (id = ANY($2::uuid[]) OR display_name_key = ANY($3::text[]))`,
    [connectionId, ids, names],
  );
  return rows;
}

function pickGroup(groups: Group[], { groupId, groupName }: RoleMappingInput): { groupId: string | null; groupName: string } {
  const name = groupName?.trim() ?? "";
  const pushed = groups.find((group) => (groupId ? group.id === groupId : group.key === name.toLowerCase()));
  if (pushed) return { groupId: pushed.id, groupName: pushed.name };
  if (groupId) throw new DomainError("invalid", "unknown_group", "A group of the mapping was not found in this connection.", { group_id: groupId });
  if (name === "") throw new DomainError("invalid", "group_required", "Every row of the mapping needs a group.");
  return { groupId: null, groupName: name };
}
