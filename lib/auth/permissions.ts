import type { Permission } from "@/lib/contracts/permission";

export type { Permission };

/** What one organization's administrator may do there. */
const ORGANIZATION_PERMISSIONS: readonly Permission[] = [
  "organization.get",
  "organization.update",
  "connection.get",
  "connection.create",
  "connection.update",
  "connection.delete",
  "member.get",
  "member.create",
  "member.update",
  "member.delete",
  "group.get",
  "role.get",
  "role.update",
  "role_mapping.update",
  "activity.get",
  "audit.get",
  "settings.update",
  "session.get",
  "session.revoke",
];

/** What belongs to the installation and never to an organization's role. */
const INSTALLATION_PERMISSIONS: readonly Permission[] = [
  "organization.create",
  "organization.delete",
  "organization.search",
  "credential.manage",
  "webhook.manage",
  "event.get",
  "session.mint",
  "session.authenticate",
  "signing_key.manage",
  "trusted_issuer.manage",
];

const BY_ROLE: Readonly<Record<string, readonly Permission[]>> = {
  org_admin: ORGANIZATION_PERMISSIONS,
  org_member: [],
};

/**
 * What a member needs when the vendor's app calls on their behalf (X-Stytch-Member-Session): an action on a resource of the
 * policy. What is not here is nothing that a member's session may do.
 */
const BY_ACTION: Readonly<Partial<Record<Permission, { resource_id: string; action: string }>>> = {
  "connection.get": { resource_id: "stytch.scim", action: "get" },
  "connection.create": { resource_id: "stytch.scim", action: "create" },
  "connection.update": { resource_id: "stytch.scim", action: "update" },
  "connection.delete": { resource_id: "stytch.scim", action: "delete" },
  "group.get": { resource_id: "stytch.scim", action: "get" },
  "activity.get": { resource_id: "stytch.scim", action: "get" },
  "role_mapping.update": { resource_id: "stytch.organization", action: "update.settings.implicit-roles" },
  "organization.get": { resource_id: "stytch.organization", action: "get" },
  "organization.update": { resource_id: "stytch.organization", action: "update.info" },
  "organization.delete": { resource_id: "stytch.organization", action: "delete" },
  "role.get": { resource_id: "stytch.organization", action: "get" },
  "role.update": { resource_id: "stytch.organization", action: "update.settings.custom-roles" },
  "audit.get": { resource_id: "stytch.organization", action: "get.audit" },
  "member.get": { resource_id: "stytch.member", action: "search" },
  "member.create": { resource_id: "stytch.member", action: "create" },
  // Roles can be given with it, so that changing a name asks for as much.
  "member.update": { resource_id: "stytch.member", action: "update.settings.roles" },
  "member.delete": { resource_id: "stytch.member", action: "delete" },
  "session.get": { resource_id: "stytch.member", action: "search" },
  "session.revoke": { resource_id: "stytch.member", action: "revoke.sessions" },
};

/** The permissions that actions on resources give; `*` allows every action of its resource. */
export function permissionsOfPolicy(allowed: readonly { resource_id: string; actions: readonly string[] }[]): Set<Permission> {
  const allows = ({ resource_id, action }: { resource_id: string; action: string }): boolean =>
    allowed.some((each) => each.resource_id === resource_id && (each.actions.includes("*") || each.actions.includes(action)));
  return new Set(Object.entries(BY_ACTION).flatMap(([permission, needed]) => (allows(needed) ? [permission as Permission] : [])));
}

/** Operators and API credentials: everything, everywhere. */
export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set([...ORGANIZATION_PERMISSIONS, ...INSTALLATION_PERMISSIONS]);

/** The permissions that a member's role ids give together. Roles of the vendor's own catalogue give none in the portal. */
export function permissionsOfRoles(roleIds: Iterable<string>): Set<Permission> {
  return new Set([...roleIds].flatMap((roleId) => (Object.hasOwn(BY_ROLE, roleId) ? (BY_ROLE[roleId] ?? []) : [])));
}
