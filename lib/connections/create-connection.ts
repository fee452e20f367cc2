import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import type { IdentityProvider } from "@/lib/contracts/connection";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { claimSetupLink } from "@/lib/organizations/setup-links/claim-setup-link";
import type { OrganizationScope } from "@/lib/scope";
import texts from "@/messages/en/guides.json";
import { announceConnection } from "./announce-connection";
import type { ConnectionWithToken } from "./connection";
import { getConnection } from "./get-connection";
import { recordConnectionEvent } from "./record-connection-event";
import { insertToken } from "./insert-token";

/** What a connection is called when nobody names it: as its identity provider is. */
function nameOf(identityProvider: IdentityProvider): string {
  return identityProvider === "generic" ? "Identity provider" : texts.names[identityProvider];
}

export type NewConnection = { displayName?: string | undefined; identityProvider?: IdentityProvider | undefined; tokenEndsAt?: Date | null };

/**
 * Makes a connection with its first token and its empty contact row. An organization may have several. The bearer token
 * is in this answer only: nothing but its SHA-256 is stored. What else belongs to it (`also`) shares its transaction.
 */
export async function createConnection(scope: OrganizationScope, wanted: NewConnection, also?: (tx: Transaction, id: string) => Promise<void>): Promise<ConnectionWithToken> {
  const id = uuidv7();
  const identityProvider = wanted.identityProvider ?? "generic";
  const displayName = wanted.displayName ?? nameOf(identityProvider);
  const token = await transaction(async (tx) => {
    await tx.query(
      "INSERT INTO connection (id, organization_id, display_name, identity_provider, updated_at) VALUES ($1, $2, $3, $4, now())",
      [id, scope.organizationId, displayName, identityProvider],
    );
    if (scope.onlyConnection !== undefined) await claimSetupLink(tx, scope, id);
    await tx.query("INSERT INTO connection_contact (connection_id) VALUES ($1)", [id]);
    const made = await insertToken(tx, id, "current", wanted.tokenEndsAt ?? null);
    await recordAudit(tx, {
      scope,
      action: "connection.create",
      target: { type: "connection", id, label: displayName },
      after: { display_name: displayName, identity_provider: identityProvider, token_last_four: made.lastFour, ...(wanted.tokenEndsAt ? { token_expires_at: wanted.tokenEndsAt.toISOString() } : {}) },
    });
    await recordConnectionEvent(tx, scope, id, "create");
    await also?.(tx, id);
    return made;
  });
  await announceConnection(scope, id);
  return { connection: await getConnection(scope, id), bearerToken: token.bearerToken };
}
