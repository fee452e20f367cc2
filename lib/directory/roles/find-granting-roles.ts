import type { RolePermission } from "./role-record";

/** Something someone wants to do: on which resource, and what. */
export type WantedAction = { resource_id: string; action: string };

/** The held roles that allow an action, by the rule that clients apply to `rbac/policy`: the resource compared literally, `*` for every action. Pure. */
export function findGrantingRoles(
  policy: readonly { role_id: string; permissions: readonly RolePermission[] }[],
  held: readonly string[],
  wanted: WantedAction,
): string[] {
  return policy
    .filter(({ role_id, permissions }) => held.includes(role_id) && permissions.some((permission) => allows(permission, wanted)))
    .map(({ role_id }) => role_id);
}

function allows({ resource_id, actions }: RolePermission, wanted: WantedAction): boolean {
  return resource_id === wanted.resource_id && (actions.includes("*") || actions.includes(wanted.action));
}
