import type { Role } from "@/lib/contracts/role";
import { presentRole } from "./present-role";
import type { RoleRecord } from "./role-record";

type Resource = { resource_id: string; description: string; actions: string[] };

export type Policy = { roles: Role[]; resources: Resource[]; scopes: never[] };

/** What Rollcall itself protects when it is called on behalf of a member; `lib/auth/permissions` says what asks for which. */
const own: readonly Resource[] = [
  { resource_id: "stytch.scim", description: "The organization's directory connections.", actions: ["create", "get", "update", "delete"] },
  {
    resource_id: "stytch.organization",
    description: "The organization itself.",
    actions: ["get", "update.info", "update.settings.implicit-roles", "update.settings.custom-roles", "get.audit", "delete"],
  },
  { resource_id: "stytch.member", description: "The people of the organization.", actions: ["search", "create", "update.settings.roles", "delete", "revoke.sessions"] },
];

/**
 * The catalogue as `rbac/policy` serves it. Resources are those that roles name. Clients compare resource ids literally, so that a role that allows
 * everything is written out resource by resource.
 */
export function presentPolicy(catalogue: readonly RoleRecord[]): Policy {
  const resources = collectResources(catalogue);
  const everything = resources.map(({ resource_id }) => ({ resource_id, actions: ["*"] }));
  const roles = catalogue.map(presentRole).map((role) => {
    const unlimited = role.permissions.some((permission) => permission.resource_id === "*");
    return unlimited ? { ...role, permissions: everything } : role;
  });
  return { roles, resources, scopes: [] };
}

function collectResources(catalogue: readonly RoleRecord[]): Resource[] {
  const actionsOf = new Map<string, Set<string>>();
  for (const { resource_id, actions } of catalogue.flatMap((role) => role.permissions)) {
    if (resource_id === "*" || own.some((resource) => resource.resource_id === resource_id)) continue;
    const known = actionsOf.get(resource_id) ?? new Set<string>();
    actions.filter((action) => action !== "*").forEach((action) => known.add(action));
    actionsOf.set(resource_id, known);
  }
  const named = [...actionsOf].map(([resource_id, actions]) => ({ resource_id, description: "", actions: [...actions].sort() }));
  return [...own, ...named.sort((a, b) => a.resource_id.localeCompare(b.resource_id))];
}
