/** A group that an IdP pushed. Times are ISO 8601 in UTC. */
export type GroupRecord = {
  id: string;
  name: string;
  externalId: string | null;
  organizationId: string;
  connectionId: string;
  connectionName: string;
  identityProvider: string;
  /** People who are directly in it. */
  memberCount: number;
  /** Groups that are directly inside it. */
  groupCount: number;
  /** Names of the roles that this very group is mapped to. */
  roleIds: string[];
  createdAt: string;
  updatedAt: string;
};

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL: how many people are directly in an `idp_group`. */
export const directMembers = `(SELECT count(*)::int FROM group_membership WHERE group_membership.group_id = idp_group.id)`;

/** SQL: the columns of a GroupRecord, from `idp_group` joined with `connection`. */
export const groupColumns = `
  idp_group.id, idp_group.display_name AS name, idp_group.external_id AS "externalId", idp_group.organization_id AS "organizationId",
  connection.id AS "connectionId", connection.display_name AS "connectionName", connection.identity_provider AS "identityProvider",
  ${directMembers} AS "memberCount", (SELECT count(*)::int FROM group_nesting WHERE group_nesting.group_id = idp_group.id) AS "groupCount",
  coalesce((SELECT array_agg(role.role_id ORDER BY role.role_id) FROM role_mapping JOIN role ON role.id = role_mapping.role_id
            WHERE role_mapping.group_id = idp_group.id), '{}') AS "roleIds",
  ${iso("idp_group.created_at")} AS "createdAt", ${iso("idp_group.updated_at")} AS "updatedAt"`;
