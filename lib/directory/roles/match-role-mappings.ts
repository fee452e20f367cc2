import type { Transaction } from "@/lib/db/transaction";
import type { ConnectionScope } from "@/lib/scope";

/**
 * Binds mappings that named a group before it was pushed to the group that now bears the name. To be called where a group arrives or is
 * renamed, in the same transaction. Returns how many were bound.
 */
export async function matchRoleMappings(tx: Transaction, scope: ConnectionScope, group: { id: string; displayName: string }): Promise<number> {
  const { rowCount } = await tx.query({
    name: "match_role_mappings",
    text: bindMappings,
    values: [scope.connectionId, group.id, group.displayName.toLowerCase(), group.displayName],
  });
  return rowCount ?? 0;
}

// A role that the group has already is not given a second time: the typed row goes.
const bindMappings = `
WITH typed AS (
  SELECT id, role_id FROM role_mapping WHERE connection_id = $1 AND group_id IS NULL AND group_name_key = $3
), doubled AS (
  DELETE FROM role_mapping USING typed
  WHERE role_mapping.id = typed.id AND EXISTS (SELECT FROM role_mapping AS bound WHERE bound.group_id = $2 AND bound.role_id = typed.role_id)
  RETURNING role_mapping.id
)
UPDATE role_mapping SET group_id = $2, group_name = $4 FROM typed
WHERE role_mapping.id = typed.id AND typed.id NOT IN (SELECT id FROM doubled)`;
