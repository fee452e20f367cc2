import { groupBy } from "@/lib/group-by";

/** A group that a person is in: directly, or because a group they are in lies inside it. */
export type GroupOfMember = {
  groupId: string;
  groupName: string;
  connectionId: string;
  connectionName: string;
  /** From the group the person is directly in up to this one, both included. */
  path: readonly GroupStep[];
  /** The registration that carries the membership is active. */
  active: boolean;
};

export type GroupStep = { groupId: string; groupName: string };

/** Why someone has a role. Manual and mapped grants stand side by side and never overwrite each other. */
export type RoleSource =
  | { type: "everyone" }
  | { type: "direct_assignment" }
  | ({ type: "scim_connection_group" } & Omit<GroupOfMember, "active">);

export type EffectiveRole = { roleId: string; sources: RoleSource[] };

export type RoleInputs = {
  status: "invited" | "active" | "deactivated" | "deleted";
  /** Role names given by hand or by API. */
  assignments: readonly string[];
  groupsOfMember: readonly GroupOfMember[];
  /** Group -> role. Mappings of groups that the person is not in do no harm. */
  mappings: readonly { groupId: string; roleId: string }[];
};

/** `inForce` is what the person may do now; `suspended` what comes back when they are reactivated. */
export type EffectiveRoles = { inForce: EffectiveRole[]; suspended: EffectiveRole[] };

type Grant = { roleId: string; source: RoleSource; inForce: boolean };

/** The reserved role that everyone in an organization has. */
export const everyoneRole = "org_member";

/**
 * The roles of one person, each once with every reason for it. Nobody who is deactivated or deleted has any role in force; what
 * they had is kept as `suspended`. A membership through an inactive registration gives nothing, even where another
 * registration keeps the person active.
 */
export function computeEffectiveRoles(inputs: RoleInputs): EffectiveRoles {
  const present = inputs.status === "active" || inputs.status === "invited";
  const grants = collectGrants(inputs).map((grant) => ({ ...grant, inForce: present && grant.inForce }));
  const inForce = mergeGrants(grants.filter((grant) => grant.inForce));
  const held = new Set(inForce.map((role) => role.roleId));
  const suspended = mergeGrants(grants.filter((grant) => !grant.inForce)).filter((role) => !held.has(role.roleId));
  return { inForce, suspended };
}

function collectGrants({ assignments, groupsOfMember, mappings }: RoleInputs): Grant[] {
  const rolesOfGroup = groupBy(mappings, (mapping) => mapping.groupId);
  const mapped = groupsOfMember.flatMap(({ active, ...group }) =>
    (rolesOfGroup.get(group.groupId) ?? []).map(
      ({ roleId }): Grant => ({ roleId, source: { type: "scim_connection_group", ...group }, inForce: active }),
    ),
  );
  const direct = assignments
    .filter((roleId) => roleId !== everyoneRole)
    .map((roleId): Grant => ({ roleId, source: { type: "direct_assignment" }, inForce: true }));
  return [{ roleId: everyoneRole, source: { type: "everyone" }, inForce: true }, ...direct, ...mapped];
}

function mergeGrants(grants: Grant[]): EffectiveRole[] {
  return [...groupBy(grants, (grant) => grant.roleId)]
    .map(([roleId, reasons]) => ({ roleId, sources: reasons.map((reason) => reason.source) }))
    .sort((a, b) => compareRoles(a.roleId, b.roleId));
}

/** Reserved roles first, the administrator before everyone, then by name. */
function compareRoles(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function rank(roleId: string): number {
  return roleId === "org_admin" ? 0 : roleId === everyoneRole ? 1 : 2;
}
