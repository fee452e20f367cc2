import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { publishLive } from "@/lib/db/notify";
import { announceRoleHolders } from "./announce-role-holders";
import { findRoleMappings } from "./find-role-mappings";
import { protectLastAdmin } from "./protect-last-admin";
import { refuseStaleMappings } from "./refuse-stale-mappings";
import { resolveRoleMappings, type ResolvedMapping } from "./resolve-role-mappings";
import { takeRoleGraph } from "./role-graph";
import type { RoleMappingInput, RoleMappings } from "./role-mapping";

export type SetRoleMappings = {
  connectionId: string;
  /** All rows: what is not named is removed. */
  mappings: readonly RoleMappingInput[];
  /** The version that the change was made on; another one there by now is `stale`. Without it the last writer wins. */
  version?: string | undefined;
};

/**
 * Replaces the mappings of a connection. Rows that stay are left alone; roles given by hand are not touched. Whoever gains or loses a role gets an
 * event, in the same transaction. Throws `last_org_admin` when nobody would be left who administers the organization.
 */
export async function setRoleMappings(scope: OrganizationScope, { connectionId, mappings, version }: SetRoleMappings): Promise<RoleMappings> {
  const saved = await transaction(async (tx) => {
    await takeRoleGraph(tx, scope.organizationId);
    const connection = await lockConnection(tx, scope, connectionId);
    const before = await findRoleMappings(scope, connectionId, tx);
    refuseStaleMappings(before, version);
    const wanted = await resolveRoleMappings(tx, scope, connectionId, mappings);
    await announceRoleHolders(tx, scope, connectionId, wanted);
    await protectLastAdmin(tx, scope, () => replaceMappings(tx, scope, connectionId, wanted));
    const after = await findRoleMappings(scope, connectionId, tx);
    if (after.version === before.version) return after;
    const target = { type: "connection", id: connectionId, label: connection.displayName };
    await recordAudit(tx, { scope, action: "role_mapping.update", target, before: told(before), after: told(after) });
    return after;
  });
  await publishLive({ organization_id: scope.organizationId, connection_id: connectionId, topics: ["members", "groups", "roles"] });
  return saved;
}

/** Writers of one connection's mappings wait for each other here, so that the version check means something. Nobody else does: foreign keys to the row are free. */
async function lockConnection(tx: Transaction, scope: OrganizationScope, connectionId: string): Promise<{ displayName: string }> {
  const { rows } = await tx.query<{ displayName: string }>(
    `SELECT display_name AS "displayName" FROM connection WHERE id = $1 AND organization_id = $2 AND status <> 'deleted' FOR NO KEY UPDATE`,
    [connectionId, scope.organizationId],
  );
  const connection = rows[0];
  if (!connection) throw new DomainError("not_found", "scim_connection_not_found", "There is no such connection in this organization.");
  return connection;
}

async function replaceMappings(tx: Transaction, scope: OrganizationScope, connectionId: string, wanted: ResolvedMapping[]): Promise<void> {
  const rows = wanted.map((each) => ({ id: uuidv7(), group_id: each.groupId, group_name: each.groupName, group_name_key: each.groupName.toLowerCase(), role_id: each.roleRow }));
  await tx.query(deleteUnwanted, [connectionId, JSON.stringify(rows)]);
  await tx.query(insertMissing, [connectionId, scope.organizationId, JSON.stringify(rows)]);
}

function told({ entries }: RoleMappings) {
  return { role_mappings: entries.map(({ groupName, roleId }) => ({ group_name: groupName, role_id: roleId })) };
}

const columns = `AS wanted (id uuid, group_id uuid, group_name text, group_name_key text, role_id uuid)`;

const sameRow = `wanted.role_id = role_mapping.role_id AND wanted.group_id IS NOT DISTINCT FROM role_mapping.group_id
  AND (wanted.group_id IS NOT NULL OR wanted.group_name_key = role_mapping.group_name_key)`;

const deleteUnwanted = `
DELETE FROM role_mapping WHERE connection_id = $1
  AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2::jsonb) ${columns} WHERE ${sameRow})`;

const insertMissing = `
INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id)
SELECT wanted.id, $2, $1, wanted.group_id, wanted.group_name, wanted.group_name_key, wanted.role_id
FROM jsonb_to_recordset($3::jsonb) ${columns}
WHERE NOT EXISTS (SELECT FROM role_mapping WHERE connection_id = $1 AND ${sameRow})`;
