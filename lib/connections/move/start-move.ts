import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import type { IdentityProvider } from "@/lib/contracts/connection";
import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { createConnection } from "../create-connection";
import type { ConnectionWithToken } from "../connection";
import { lockConnection } from "../lock-connection";
import { getMove } from "./find-move";
import type { Move } from "./move";

export type StartMove = { fromId: string; displayName: string; identityProvider: IdentityProvider; groupNames?: readonly string[] | undefined };

// The new IdP pushes groups of the same names, or not: until then they are awaited by name.
const carry = `
  INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id)
  SELECT gen_random_uuid(), m.organization_id, $3, NULL, name.shown, lower(name.shown), m.role_id
    FROM role_mapping m LEFT JOIN idp_group g ON g.id = m.group_id CROSS JOIN LATERAL (SELECT coalesce(g.display_name, m.group_name) AS shown) name
   WHERE m.organization_id = $1 AND m.connection_id = $2 AND ($4::text[] IS NULL OR name.shown = ANY ($4))
  ON CONFLICT DO NOTHING`;

/**
 * Begins to move the people of a connection to another identity provider: makes the connection that it speaks to, with the role mappings of the chosen groups
 * by their names. From now on nobody loses anything by what the old one does. Throws `scim_connection_not_found` and `move_already_started`.
 */
export async function startMove(scope: OrganizationScope, { fromId, displayName, identityProvider, groupNames }: StartMove): Promise<ConnectionWithToken & { move: Move }> {
  const made = await createConnection(scope, { displayName, identityProvider }, async (tx, toId) => {
    const from = await lockConnection(tx, scope, fromId);
    await refuseSecond(tx, fromId);
    const moveId = uuidv7();
    await tx.query("INSERT INTO connection_move (id, organization_id, from_connection_id, to_connection_id, started_by) VALUES ($1, $2, $3, $4, $5)", [moveId, scope.organizationId, fromId, toId, scope.actor.label]);
    const { rowCount } = await tx.query(carry, [scope.organizationId, fromId, toId, groupNames ?? null]);
    await recordAudit(tx, {
      scope,
      action: "move.start",
      target: { type: "connection", id: fromId, label: from.displayName },
      after: { to_connection_id: `scim-connection-${toId}`, display_name: displayName, identity_provider: identityProvider, role_mappings: rowCount ?? 0 },
    });
  });
  await announceConnection(scope, fromId);
  return { ...made, move: await getMove(scope, fromId) };
}

async function refuseSecond(tx: Transaction, connectionId: string): Promise<void> {
  const { rowCount } = await tx.query("SELECT 1 FROM connection_move WHERE $1 IN (from_connection_id, to_connection_id) AND status = 'open'", [connectionId]);
  if (rowCount) throw new DomainError("conflict", "move_already_started", "This connection is moving already. Finish or cancel that move first.");
}
