import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { cancelRotation } from "./cancel-rotation";
import { completeRotation } from "./complete-rotation";
import { confirmTokenCopied } from "./confirm-token-copied";
import { createConnection } from "./create-connection";
import { findConnection } from "./find-connection";
import { findConnections } from "./find-connections";
import { getConnection } from "./get-connection";
import { readTokenEnd } from "./read-token-end";
import { replaceUnusedToken } from "./replace-unused-token";
import { startRotation } from "./start-rotation";

async function isLive(token: string): Promise<boolean> {
  const hash = createHash("sha256").update(token).digest();
  const { rowCount } = await pool().query("SELECT FROM connection_token WHERE hash = $1 AND revoked_at IS NULL", [hash]);
  return rowCount === 1;
}

async function everywhere(text: string): Promise<number> {
  const { rows } = await pool().query<{ found: number }>(
    `SELECT (SELECT count(*) FROM connection_token t WHERE t::text LIKE $1)
          + (SELECT count(*) FROM audit_entry a WHERE a::text LIKE $1)
          + (SELECT count(*) FROM event e WHERE e::text LIKE $1) AS found`,
    [`%${text}%`],
  );
  return Number(rows[0]?.found);
}

const connectionOf = async (tenant: Tenant) => {
  const connection = await findConnection(tenant.organizationScope, tenant.connectionId);
  if (!connection) throw new Error("the fixture's connection is gone");
  return connection;
};

describe("creating a connection", () => {
  it("answers the token once and stores its hash only", async () => {
    const { organizationScope: scope } = await createTenant();
    const { connection, bearerToken } = await createConnection(scope, { displayName: "Okta", identityProvider: "okta" });
    expect(bearerToken).toMatch(/^[A-Za-z0-9][\w-]{41}[A-Za-z0-9]$/);
    expect(connection.tokens).toMatchObject([{ slot: "current", lastFour: bearerToken.slice(-4), callCount: 0 }]);
    expect(connection.contact.firstContactAt).toBeNull();
    expect(await isLive(bearerToken)).toBe(true);
    expect(await everywhere(bearerToken)).toBe(0);
  });

  it("is seen by its own organization alone", async () => {
    const [ours, theirs] = [await createTenant(), await createTenant({ name: "Globex" })];
    const { connection } = await createConnection(ours.organizationScope, { displayName: "Second" });
    expect((await findConnections(ours.organizationScope)).map(({ id }) => id)).toEqual([ours.connectionId, connection.id]);
    expect((await findConnections(theirs.organizationScope)).map(({ id }) => id)).toEqual([theirs.connectionId]);
    expect(await findConnection(theirs.organizationScope, connection.id)).toBeNull();
  });
});

describe("rotating a token", () => {
  it("lets both tokens work until it is completed, then only the new one", async () => {
    const tenant = await createTenant();
    const { bearerToken, connection } = await startRotation(tenant.organizationScope, tenant.connectionId);
    expect(connection.tokens.map(({ slot }) => slot)).toEqual(["current", "next"]);
    expect([await isLive(tenant.token), await isLive(bearerToken)]).toEqual([true, true]);
    const after = await completeRotation(tenant.organizationScope, tenant.connectionId);
    expect(after.tokens).toMatchObject([{ slot: "current", lastFour: bearerToken.slice(-4) }]);
    expect([await isLive(tenant.token), await isLive(bearerToken)]).toEqual([false, true]);
  });

  it("keeps the old token when it is cancelled", async () => {
    const tenant = await createTenant();
    const { bearerToken } = await startRotation(tenant.organizationScope, tenant.connectionId);
    await cancelRotation(tenant.organizationScope, tenant.connectionId);
    expect([await isLive(tenant.token), await isLive(bearerToken)]).toEqual([true, false]);
    expect((await connectionOf(tenant)).tokens).toHaveLength(1);
  });

  it("starts once, however many ask at the same moment", async () => {
    const tenant = await createTenant();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => startRotation(tenant.organizationScope, tenant.connectionId)),
    );
    const refused = tries.filter((each) => each.status === "rejected");
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toMatchObject({ kind: "conflict", code: "rotation_already_started" });
    expect((await connectionOf(tenant)).tokens).toHaveLength(2);
  });

  it("is either completed or cancelled when both are asked at once", async () => {
    const tenant = await createTenant();
    await startRotation(tenant.organizationScope, tenant.connectionId);
    const tries = await Promise.allSettled([
      completeRotation(tenant.organizationScope, tenant.connectionId),
      cancelRotation(tenant.organizationScope, tenant.connectionId),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await connectionOf(tenant)).tokens).toMatchObject([{ slot: "current" }]);
  });

  it("cannot be completed or cancelled before it was started", async () => {
    const { organizationScope: scope, connectionId } = await createTenant();
    await expect(completeRotation(scope, connectionId)).rejects.toMatchObject({ code: "rotation_not_started" });
    await expect(cancelRotation(scope, connectionId)).rejects.toMatchObject({ code: "rotation_not_started" });
  });

  it("does not exist for another organization", async () => {
    const [ours, theirs] = [await createTenant(), await createTenant({ name: "Globex" })];
    const foreign = startRotation(theirs.organizationScope, ours.connectionId);
    await expect(foreign).rejects.toMatchObject({ kind: "not_found", code: "scim_connection_not_found" });
    expect((await connectionOf(ours)).tokens).toHaveLength(1);
  });

  it("is audited without the token", async () => {
    const tenant = await createTenant();
    const { bearerToken } = await startRotation(tenant.organizationScope, tenant.connectionId);
    await completeRotation(tenant.organizationScope, tenant.connectionId);
    const { rows } = await pool().query("SELECT action FROM audit_entry WHERE target_id = $1 ORDER BY id", [tenant.connectionId]);
    expect(rows).toEqual([{ action: "connection.rotation_start" }, { action: "connection.rotation_complete" }]);
    expect(await everywhere(bearerToken)).toBe(0);
  });
});

describe("a token that nobody copied", () => {
  it("is replaced at once", async () => {
    const tenant = await createTenant();
    const { bearerToken } = await replaceUnusedToken(tenant.organizationScope, tenant.connectionId);
    expect([await isLive(tenant.token), await isLive(bearerToken)]).toEqual([false, true]);
    expect((await connectionOf(tenant)).tokenCopiedAt).toBeNull();
    expect((await confirmTokenCopied(tenant.organizationScope, tenant.connectionId)).tokenCopiedAt).toBeInstanceOf(Date);
  });

  it("is replaced by one that ends on the same day", async () => {
    const tenant = await createTenant();
    const end = new Date("2031-02-03T04:05:06.789Z");
    await pool().query("UPDATE connection_token SET expires_at = $2 WHERE id = $1", [tenant.tokenId, end]);
    await replaceUnusedToken(tenant.organizationScope, tenant.connectionId);
    expect((await connectionOf(tenant)).tokens.map(({ expiresAt }) => expiresAt)).toEqual([end]);
  });

  it("is not replaced once the identity provider has called with it", async () => {
    const tenant = await createTenant();
    await pool().query("UPDATE connection_token SET call_count = 1, last_used_at = now() WHERE id = $1", [tenant.tokenId]);
    const replacing = replaceUnusedToken(tenant.organizationScope, tenant.connectionId);
    await expect(replacing).rejects.toMatchObject({ kind: "conflict", code: "token_in_use" });
    expect(await isLive(tenant.token)).toBe(true);
  });
});

describe("the end that a token is asked to have", () => {
  it("is a number of days from now, a moment, or never", () => {
    const days = readTokenEnd({ token_expires_in_days: 90 })?.getTime() ?? 0;
    expect(Math.round((days - Date.now()) / 86_400_000)).toBe(90);
    const at = new Date(Date.now() + 5 * 86_400_000).toISOString();
    expect(readTokenEnd({ token_expires_at: at })?.toISOString()).toBe(at);
    expect(readTokenEnd({})).toBeNull();
  });

  it.each([-1_000, 3_660 * 86_400_000])("cannot be %d ms from now", (ahead) => {
    expect(() => readTokenEnd({ token_expires_at: new Date(Date.now() + ahead).toISOString() })).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });

  it("is that of the first token and of the next one", async () => {
    const tenant = await createTenant();
    const end = new Date("2031-02-03T23:59:59.000Z");
    const { connection } = await createConnection(tenant.organizationScope, { displayName: "Okta", tokenEndsAt: end });
    await startRotation(tenant.organizationScope, connection.id, new Date("2032-02-03T23:59:59.000Z"));
    expect((await getConnection(tenant.organizationScope, connection.id)).tokens.map(({ slot, expiresAt }) => [slot, expiresAt?.toISOString()])).toEqual([
      ["current", "2031-02-03T23:59:59.000Z"],
      ["next", "2032-02-03T23:59:59.000Z"],
    ]);
  });
});
