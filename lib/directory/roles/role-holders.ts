type Narrowing = {
  /** SQL expression of the one role that is asked for, e.g. `$2`. */
  role?: string;
  /** Other mappings than the saved ones, as a query for `(role_id, group_id)`: how a change is previewed. */
  mappings?: string;
};

/**
 * SQL: the members who have a role in force, as `(role_id, member_id)` rows, each once; `$1` is the organization. Says the same as
 * `computeEffectiveRoles`, for filters and counts over everybody (a test holds the two together). `org_member`, which everyone has, is not listed.
 */
export function roleHolders({ role, mappings }: Narrowing = {}): string {
  const assigned = role ? `AND role_assignment.role_id = ${role}` : "";
  return `
WITH RECURSIVE mapped (role_id, group_id) AS (
  ${mappings ?? savedMappings(role)}
  UNION
  SELECT mapped.role_id, group_nesting.child_group_id
  FROM mapped JOIN group_nesting ON group_nesting.group_id = mapped.group_id
), granted AS (
  SELECT role_assignment.role_id, role_assignment.member_id FROM role_assignment WHERE role_assignment.organization_id = $1 ${assigned}
  UNION
  SELECT mapped.role_id, registration.member_id
  FROM mapped
  JOIN group_membership ON group_membership.group_id = mapped.group_id
  JOIN registration ON registration.id = group_membership.registration_id AND registration.active AND registration.organization_id = $1
  JOIN connection ON connection.id = registration.connection_id AND connection.status <> 'deleted'
)
SELECT granted.role_id, granted.member_id
FROM granted JOIN member ON member.id = granted.member_id AND member.organization_id = $1 AND member.status IN ('active', 'invited')`;
}

function savedMappings(role: string | undefined): string {
  const narrowed = role ? `AND role_mapping.role_id = ${role}` : "";
  return `SELECT role_mapping.role_id, role_mapping.group_id FROM role_mapping
  WHERE role_mapping.organization_id = $1 AND role_mapping.group_id IS NOT NULL ${narrowed}`;
}
