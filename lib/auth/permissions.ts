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

/** Operators and API credentials: everything, everywhere. */
export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set([...ORGANIZATION_PERMISSIONS, ...INSTALLATION_PERMISSIONS]);

/** The permissions that a member's role ids give together. Roles of the vendor's own catalogue give none in the portal. */
export function permissionsOfRoles(roleIds: Iterable<string>): Set<Permission> {
  return new Set([...roleIds].flatMap((roleId) => (Object.hasOwn(BY_ROLE, roleId) ? (BY_ROLE[roleId] ?? []) : [])));
}
