import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { lockConnection } from "../lock-connection";

const replace = `
  UPDATE connection_client k SET redirect_uris = $2
    FROM (SELECT id, redirect_uris AS before FROM connection_client WHERE connection_id = $1 FOR UPDATE) old WHERE old.id = k.id
  RETURNING old.before`;

/**
 * Replaces the redirect URIs that are allowed beside Okta's own. Each is compared letter by letter.
 * Throws `oauth_client_not_found` when no OAuth method was ever switched on.
 */
export async function setRedirectUris(scope: OrganizationScope, connectionId: string, redirectUris: string[]): Promise<void> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const { rows } = await tx.query<{ before: string[] }>(replace, [connectionId, redirectUris]);
    if (!rows[0]) throw new DomainError("not_found", "oauth_client_not_found", "Turn on an OAuth sign-in method first.");
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.redirect_uris_update", target, before: { redirect_uris: rows[0].before }, after: { redirect_uris: redirectUris } });
  });
}
