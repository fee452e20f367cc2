import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { untilWaiting } from "@/tests/support/until-waiting";
import { createConnection } from "./create-connection";
import { deleteConnection } from "./delete-connection";
import { findConnections } from "./find-connections";
import { pauseConnection } from "./pause-connection";
import { updateConnection } from "./update-connection";

async function provision(tenant: Tenant, email: string, { connectionId = tenant.connectionId, memberId = uuidv7() } = {}): Promise<string> {
  await pool().query(
    `INSERT INTO member (id, organization_id, email, email_key, origin, updated_at) VALUES ($1, $2, $3, $3, 'scim', now()) ON CONFLICT (id) DO NOTHING`,
    [memberId, tenant.organizationId, email],
  );
  await pool().query(
    `INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes, updated_at)
     VALUES ($1, $2, $3, $4, $5, $5, '{}', now())`,
    [uuidv7(), connectionId, tenant.organizationId, memberId, email],
  );
  return memberId;
}

async function push(tenant: Tenant, name: string): Promise<string> {
  const id = uuidv7();
  await pool().query(
    `INSERT INTO idp_group (id, connection_id, organization_id, display_name, display_name_key, updated_at) VALUES ($1, $2, $3, $4, lower($4), now())`,
    [id, tenant.connectionId, tenant.organizationId, name],
  );
  await pool().query(
    `INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id)
     SELECT $1, $2, $3, $4, $5, lower($5), id FROM role WHERE role_id = 'org_admin'`,
    [uuidv7(), tenant.organizationId, tenant.connectionId, id, name],
  );
  return id;
}

const count = async (table: string, tenant: Tenant): Promise<number> => {
  const { rowCount } = await pool().query(`SELECT FROM ${table} WHERE connection_id = $1`, [tenant.connectionId]);
  return rowCount ?? 0;
};
const member = async (id: string) =>
  (await pool().query<{ status: string; origin: string }>("SELECT status, origin FROM member WHERE id = $1", [id])).rows[0];
const eventsOf = async (objectId: string): Promise<string[]> =>
  (await pool().query<{ type: string }>("SELECT type FROM event WHERE object_id = $1 ORDER BY position", [objectId])).rows.map(({ type }) => type);

describe("deleting a connection", () => {
  it("takes tokens, registrations, groups and mappings away and tells so in events", async () => {
    const tenant = await createTenant();
    const ada = await provision(tenant, "ada@example.com");
    const group = await push(tenant, "Engineering");
    const deleted = await deleteConnection(tenant.organizationScope, tenant.connectionId, "keep");
    expect(deleted).toEqual({ connectionId: tenant.connectionId, people: 1, groups: 1 });
    for (const table of ["registration", "idp_group", "role_mapping"]) expect(await count(table, tenant)).toBe(0);
    const { rowCount } = await pool().query("SELECT FROM connection_token WHERE connection_id = $1 AND revoked_at IS NULL", [tenant.connectionId]);
    expect(rowCount).toBe(0);
    expect(await findConnections(tenant.organizationScope)).toEqual([]);
    expect(await eventsOf(group)).toEqual(["scim.idp_group.delete"]);
    expect(await eventsOf(ada)).toEqual(["scim.member.update"]);
  });

  it("keeps its people as the organization's own, one for each e-mail", async () => {
    const tenant = await createTenant();
    const [ada, twin] = [await provision(tenant, "ada@example.com"), uuidv7()];
    await pool().query(
      `INSERT INTO member (id, organization_id, email, email_key, origin, updated_at) VALUES ($1, $2, 'bob@example.com', 'bob@example.com', 'direct', now())`,
      [twin, tenant.organizationId],
    );
    const bob = await provision(tenant, "bob@example.com");
    await deleteConnection(tenant.organizationScope, tenant.connectionId, "keep");
    expect(await member(ada)).toEqual({ status: "active", origin: "direct" });
    expect(await member(bob)).toEqual({ status: "active", origin: "scim" });
    expect(await member(twin)).toEqual({ status: "active", origin: "direct" });
  });

  it("deactivates its people when asked, but not those that another connection keeps", async () => {
    const tenant = await createTenant();
    const other = await createConnection(tenant.organizationScope, { displayName: "Entra", identityProvider: "microsoft-entra" });
    const ada = await provision(tenant, "ada@example.com");
    const bob = await provision(tenant, "bob@example.com");
    await provision(tenant, "bob@entra.example", { connectionId: other.connection.id, memberId: bob });
    await deleteConnection(tenant.organizationScope, tenant.connectionId, "deactivate");
    expect(await member(ada)).toEqual({ status: "deactivated", origin: "scim" });
    expect(await member(bob)).toEqual({ status: "active", origin: "scim" });
    expect(await eventsOf(ada)).toEqual(["scim.member.delete"]);
    expect(await eventsOf(bob)).toEqual(["scim.member.update"]);
  });

  it("leaves another organization alone, which cannot see it", async () => {
    const [ours, theirs] = [await createTenant(), await createTenant({ name: "Globex" })];
    const ada = await provision(theirs, "ada@example.com");
    const refused = deleteConnection(ours.organizationScope, theirs.connectionId, "deactivate");
    await expect(refused).rejects.toMatchObject({ kind: "not_found", code: "scim_connection_not_found" });
    await deleteConnection(ours.organizationScope, ours.connectionId, "deactivate");
    expect(await member(ada)).toMatchObject({ status: "active" });
    expect(await findConnections(theirs.organizationScope)).toHaveLength(1);
  });

  it("cannot be done twice, nor anything else afterwards", async () => {
    const { organizationScope: scope, connectionId } = await createTenant();
    await deleteConnection(scope, connectionId, "keep");
    await expect(deleteConnection(scope, connectionId, "keep")).rejects.toMatchObject({ kind: "not_found" });
    await expect(pauseConnection(scope, connectionId)).rejects.toMatchObject({ kind: "not_found" });
    await expect(updateConnection(scope, connectionId, { displayName: "X" })).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("a call that is on its way while its connection is deleted", () => {
  const calls: [string, string, unknown][] = [
    ["POST", "/Users", { userName: "late@example.com" }],
    ["POST", "/Groups", { displayName: "Late" }],
    ["POST", "/Groups", { displayName: "Late", members: [{ value: uuidv7() }] }],
    ["POST", "/Bulk", { Operations: [{ method: "POST", path: "/Users", bulkId: "a", data: { userName: "late@example.com" } }] }],
  ];

  it.each(calls)("%s %s waits for it and leaves nothing behind", async (method, path, body) => {
    const tenant = await createTenant();
    const late = await transaction(async (tx) => {
      // As deleteConnection begins.
      await tx.query("SELECT 1 FROM connection WHERE id = $1 FOR UPDATE", [tenant.connectionId]);
      const reply = callScim(tenant, method, path, body);
      await untilWaiting();
      await tx.query("UPDATE connection SET status = 'deleted' WHERE id = $1", [tenant.connectionId]);
      return { reply };
    });
    const { status, body: answer } = await late.reply;
    expect(path === "/Bulk" ? (answer.Operations as { status: string }[])[0]?.status : String(status)).toBe("401");
    expect(await Promise.all(["registration", "idp_group", "event"].map((table) => count(table, tenant)))).toEqual([0, 0, 0]);
  });

  it("20 that create people end in 201 or 401, and nobody is left", async () => {
    const tenant = await createTenant();
    const replies = Array.from({ length: 20 }, (_, n) => callScim(tenant, "POST", "/Users", { userName: `p${n}@example.com` }));
    await replies[3];
    await deleteConnection(tenant.organizationScope, tenant.connectionId, "deactivate");
    expect((await Promise.all(replies)).map(({ status }) => status).every((status) => status === 201 || status === 401)).toBe(true);
    expect(await count("registration", tenant)).toBe(0);
  });
});
