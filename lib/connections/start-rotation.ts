import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { ConnectionWithToken } from "./connection";
import { findLiveToken } from "./find-live-token";
import { getConnection } from "./get-connection";
import { insertToken } from "./insert-token";
import { lockConnection } from "./lock-connection";

/**
 * Makes a second token that works beside the first one, so that the IdP can be changed over without an outage. The token is
 * in this answer only; it ends at `endsAt`, or never. Throws `rotation_already_started` while one is open.
 */
export async function startRotation(scope: OrganizationScope, connectionId: string, endsAt: Date | null = null): Promise<ConnectionWithToken> {
  const token = await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    if (await findLiveToken(tx, connectionId, "next")) throw alreadyStarted();
    const current = await findLiveToken(tx, connectionId, "current");
    const next = await insertToken(tx, connectionId, "next", endsAt);
    await recordAudit(tx, {
      scope,
      action: "connection.rotation_start",
      target: { type: "connection", id: connectionId, label: displayName },
      before: { token_last_four: current?.lastFour ?? null },
      after: { token_last_four: current?.lastFour ?? null, next_token_last_four: next.lastFour, ...(endsAt ? { next_token_expires_at: endsAt.toISOString() } : {}) },
    });
    return next;
  });
  await announceConnection(scope, connectionId);
  return { connection: await getConnection(scope, connectionId), bearerToken: token.bearerToken };
}

function alreadyStarted(): DomainError {
  return new DomainError(
    "conflict",
    "rotation_already_started",
    "A new token was made already and both work. Complete or cancel that rotation first.",
  );
}
