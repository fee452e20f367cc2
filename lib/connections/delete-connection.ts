import { recordAudit } from "@/lib/activity/record-audit";
import { transaction, type Transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import { lockConnection } from "./lock-connection";

export type DeletedConnection = { connectionId: string; people: number; groups: number };

/**
 * Deletes a connection: its tokens, registrations, groups and role mappings go, and with them the roles that they gave. The
 * members themselves stay: with `keep` as they are (those known by no other connection become `direct`), with `deactivate`
 * those that no other connection keeps active are deactivated. Throws `scim_connection_not_found`.
 */
export async function deleteConnection(
  scope: OrganizationScope,
  connectionId: string,
  members: "keep" | "deactivate",
): Promise<DeletedConnection> {
  const counted = await transaction(async (tx) => {
    const before = await lockConnection(tx, scope, connectionId);
    await closeConnection(tx, connectionId);
    const people = await removeRegistrations(tx, connectionId);
    const groups = await removeGroups(tx, connectionId);
    if (members === "deactivate") await deactivateMembers(tx, scope, people);
    else await keepMembers(tx, scope, people);
    await recordAudit(tx, {
      scope,
      action: "connection.delete",
      target: { type: "connection", id: connectionId, label: before.displayName },
      before: { display_name: before.displayName, identity_provider: before.identityProvider, status: before.status },
      after: { members, people: people.length, groups },
    });
    return { connectionId, people: people.length, groups };
  });
  await announceConnection(scope, connectionId);
  return counted;
}

async function closeConnection(tx: Transaction, connectionId: string): Promise<void> {
  await tx.query("UPDATE connection SET status = 'deleted', updated_at = now() WHERE id = $1", [connectionId]);
  await tx.query("UPDATE connection_token SET revoked_at = now() WHERE connection_id = $1 AND revoked_at IS NULL", [connectionId]);
}

/** Takes the registrations away (memberships go with them) and tells whose they were. */
async function removeRegistrations(tx: Transaction, connectionId: string): Promise<string[]> {
  const { rows } = await tx.query<{ memberId: string }>(
    `DELETE FROM registration WHERE connection_id = $1 RETURNING member_id AS "memberId"`,
    [connectionId],
  );
  return [...new Set(rows.map((row) => row.memberId))];
}

async function removeGroups(tx: Transaction, connectionId: string): Promise<number> {
  await tx.query("DELETE FROM role_mapping WHERE connection_id = $1", [connectionId]);
  const { rowCount } = await tx.query("DELETE FROM idp_group WHERE connection_id = $1", [connectionId]);
  return rowCount ?? 0;
}

async function deactivateMembers(tx: Transaction, scope: OrganizationScope, memberIds: string[]): Promise<void> {
  await tx.query(
    `UPDATE member m SET status = 'deactivated', updated_at = now()
      WHERE m.organization_id = $1 AND m.id = ANY($2) AND m.status IN ('active', 'invited')
        AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id AND r.active)`,
    [scope.organizationId, memberIds],
  );
}

/** People whom no connection knows any more are the organization's own from now on. One e-mail can be direct only once. */
async function keepMembers(tx: Transaction, scope: OrganizationScope, memberIds: string[]): Promise<void> {
  await tx.query(
    `UPDATE member SET origin = 'direct', updated_at = now()
      WHERE id IN (
        SELECT DISTINCT ON (m.email_key) m.id FROM member m
         WHERE m.organization_id = $1 AND m.id = ANY($2) AND m.status <> 'deleted' AND m.origin = 'scim'
           AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id)
           AND NOT EXISTS (SELECT 1 FROM member d WHERE d.organization_id = $1 AND d.email_key = m.email_key
                              AND d.origin = 'direct' AND d.status <> 'deleted')
         ORDER BY m.email_key, m.created_at)`,
    [scope.organizationId, memberIds],
  );
}
