import type { ImplicitRoleAssignment } from "@/lib/contracts/connection";
import { findRoleMappings } from "@/lib/directory/roles/find-role-mappings";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Replaces the role mappings of a connection's groups with what the wire names. Mappings of groups that were not pushed yet
 * have no group id, so the wire neither shows nor drops them. Throws `group_not_found` and what setting mappings throws.
 */
export async function replaceRoleAssignments(
  scope: OrganizationScope,
  connectionId: string,
  assignments: readonly ImplicitRoleAssignment[],
): Promise<void> {
  const unknown = assignments.find(({ group_id }) => !uuid.test(group_id));
  if (unknown) {
    throw new DomainError("invalid", "unknown_group", "A group of the mapping was not found in this connection.", { group_id: unknown.group_id });
  }
  const { entries } = await findRoleMappings(scope, connectionId);
  const awaited = entries.filter(({ groupId }) => groupId === null).map(({ roleId, groupName }) => ({ roleId, groupName }));
  const named = assignments.map(({ role_id: roleId, group_id }) => ({ roleId, groupId: group_id.toLowerCase() }));
  await setRoleMappings(scope, { connectionId, mappings: [...named, ...awaited] });
}
