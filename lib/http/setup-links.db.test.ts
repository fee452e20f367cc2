import { readdirSync } from "node:fs";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { enterSetupLink } from "@/lib/auth/setup-links/enter-setup-link";
import { findOpenSetupLink } from "@/lib/auth/setup-links/find-open-setup-link";
import { leaveSetupLink } from "@/lib/auth/setup-links/leave-setup-link";
import { readSetupSession } from "@/lib/auth/setup-links/read-setup-session";
import { pool } from "@/lib/db/client";
import { createSetupLink } from "@/lib/organizations/setup-links/create-setup-link";
import { findSetupLinks } from "@/lib/organizations/setup-links/find-setup-links";
import { revokeSetupLink } from "@/lib/organizations/setup-links/revoke-setup-link";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import type { RouteHandler } from "./answer-api-call";

type Inside = { linkId: string; cookie: string; token: string };
type Answer = { status: number; body: Record<string, unknown> };

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const CONNECTION = "scim/[organization]/connection/[connection]";
const routes = readdirSync("app/v1/b2b", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/route.ts") && !file.includes("[..."))
  .sort();

/** Everything that a set-up link may do, and nothing beside it. */
const allowed = new Set([
  "POST scim/[organization]/connection",
  `GET ${CONNECTION}/details`,
  `GET ${CONNECTION}/health`,
  `PUT ${CONNECTION}`,
  `POST ${CONNECTION}/token/copied`,
  `POST ${CONNECTION}/token/replace`,
  `POST ${CONNECTION}/rotate/start`,
  `POST ${CONNECTION}/rotate/complete`,
  `POST ${CONNECTION}/rotate/cancel`,
  `GET ${CONNECTION}/sign_in_methods`,
  `POST ${CONNECTION}/sign_in_methods/[method]`,
  `DELETE ${CONNECTION}/sign_in_methods/[method]`,
  `POST ${CONNECTION}/credentials`,
  `DELETE ${CONNECTION}/credentials/[credential]`,
  `PUT ${CONNECTION}/redirect_uris`,
  `POST ${CONNECTION}/authorizations`,
  "GET scim/[organization]/requests",
  "GET scim/[organization]/requests/[request]",
]);

async function call(route: string, method: string, params: Record<string, string>, cookie: string, body: unknown = {}, site = "same-origin"): Promise<Answer | null> {
  const { [method]: handler } = (await import(/* @vite-ignore */ `@/app/v1/b2b/${route}`)) as Partial<Record<string, RouteHandler>>;
  if (!handler) return null;
  const path = route.replace("/route.ts", "").replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? "x");
  const headers = { "content-type": "application/json", cookie: `rollcall-setup=${cookie}`, "sec-fetch-site": site };
  const request = new NextRequest(`http://localhost:3000/v1/b2b/${path}`, { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(body) }) });
  const named = Object.fromEntries(Object.entries(params).filter(([name]) => route.includes(`[${name}]`)));
  const response = await handler(request, { params: Promise.resolve(named) });
  if (response.headers.get("content-type")?.includes("json")) return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  await response.body?.cancel();
  return { status: response.status, body: {} };
}

async function enter(tenant: Tenant, connectionId: string | null): Promise<Inside> {
  const { link, url } = await createSetupLink(tenant.organizationScope, { connectionId, identityProvider: null, hours: 24, note: "IT", email: null });
  const token = url.split("/").at(-1) ?? "";
  const { secret } = await enterSetupLink({ token, name: "Ina Installer", remoteAddress: "203.0.113.9", userAgent: "test" });
  return { linkId: link.setup_link_id, cookie: secret, token };
}

describe("A set-up link", () => {
  let acme: Tenant;
  let globex: Tenant;
  let inside: Inside;

  beforeAll(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    inside = await enter(acme, acme.connectionId);
  });

  const ids = (organization: string, connection: string) => ({ organization, connection: `scim-connection-${connection}`, request: "x", method: "basic", credential: "x" });

  it("reaches exactly the operations of setting up its connection", async () => {
    const reached = new Set<string>();
    for (const route of routes) {
      for (const method of METHODS) {
        const answer = await call(route, method, ids(inside.linkId, acme.connectionId), inside.cookie);
        const refused = answer === null || answer.status === 401 || (answer.status === 404 && answer.body.error_type === "organization_not_found");
        // Public documents, such as keys, are everybody's.
        const isPublic = !refused && (await call(route, method, ids(inside.linkId, acme.connectionId), "nobody"))?.status === answer.status;
        if (!refused && !isPublic) reached.add(`${method} ${route.replace("/route.ts", "")}`);
      }
    }
    // Its own live stream is no JSON operation; the public keys are for everyone.
    expect([...reached].filter((name) => !/\/live$|\/jwks\//.test(name)).sort()).toEqual([...allowed].sort());
  }, 60_000);

  it("opens nothing by the organization's own name, another connection, another organization or another link", async () => {
    const [other] = [await enter(globex, globex.connectionId)];
    const second = await createTenant({ name: "Second" });
    await pool().query("UPDATE connection SET organization_id = $1 WHERE id = $2", [acme.organizationId, second.connectionId]);
    for (const name of allowed) {
      const [method = "", route = ""] = name.split(" ");
      const file = `${route}/route.ts`;
      for (const organization of [acme.slug, `organization-${acme.organizationId}`, globex.slug, other.linkId]) {
        const answer = await call(file, method, ids(organization, acme.connectionId), inside.cookie);
        expect([name, organization, answer?.status]).toEqual([name, organization, 401]);
      }
      if (!route.includes("[connection]")) continue;
      for (const connection of [globex.connectionId, second.connectionId]) {
        const answer = await call(file, method, ids(inside.linkId, connection), inside.cookie);
        expect([name, answer?.status, answer?.body.error_type]).toEqual([name, 404, "scim_connection_not_found"]);
      }
    }
  });

  it("shows the calls of its connection only", async () => {
    const insert = `INSERT INTO scim_request (id, organization_id, connection_id, received_at, method, path, operation, status, duration_ms) VALUES ($1, $2, $3, now(), 'GET', '/Users', 'list_users', 200, 1)`;
    const [mine, theirs] = ["00000000-0000-7000-8000-00000000aaaa", "00000000-0000-7000-8000-00000000bbbb"];
    const other = await createTenant({ name: "Other" });
    await pool().query("UPDATE connection SET organization_id = $1 WHERE id = $2", [acme.organizationId, other.connectionId]);
    await pool().query(insert, [mine, acme.organizationId, acme.connectionId]);
    await pool().query(insert, [theirs, acme.organizationId, other.connectionId]);
    const list = await call("scim/[organization]/requests/route.ts", "GET", ids(inside.linkId, ""), inside.cookie);
    expect((list?.body.scim_requests as { scim_request_id: string }[]).map((each) => each.scim_request_id)).toEqual([`request-id-${mine}`]);
    const one = (request: string) => call("scim/[organization]/requests/[request]/route.ts", "GET", { organization: inside.linkId, request }, inside.cookie);
    expect([(await one(mine))?.status, (await one(theirs))?.status]).toEqual([200, 404]);
  });

  it("may not map groups to roles", async () => {
    const body = { scim_group_implicit_role_assignments: [{ role_id: "org_admin", group_id: "x" }] };
    const answer = await call(`${CONNECTION}/route.ts`, "PUT", ids(inside.linkId, acme.connectionId), inside.cookie, body);
    expect([answer?.status, answer?.body.error_type]).toEqual([403, "unauthorized_action"]);
  });

  it("refuses what another site starts", async () => {
    const answer = await call(`${CONNECTION}/token/copied/route.ts`, "POST", ids(inside.linkId, acme.connectionId), inside.cookie, {}, "cross-site");
    expect([answer?.status, answer?.body.error_type]).toEqual([403, "cross_site_request"]);
  });

  it("makes one connection, leads to it from then on, and every step is audited as the link's", async () => {
    const tenant = await createTenant({ name: "Initech" });
    const maker = await enter(tenant, null);
    const create = () => call("scim/[organization]/connection/route.ts", "POST", ids(maker.linkId, ""), maker.cookie, { display_name: "Okta", identity_provider: "okta" });
    const [first, second] = [await create(), await create()];
    expect([first?.status, second?.status, second?.body.error_type]).toEqual([200, 409, "setup_link_used"]);
    const made = (first?.body.connection as { connection_id: string }).connection_id.replace("scim-connection-", "");
    expect((await call(`${CONNECTION}/details/route.ts`, "GET", ids(maker.linkId, made), maker.cookie))?.status).toBe(200);
    const { rows } = await pool().query<{ action: string; actor_label: string }>(
      "SELECT action, actor_label FROM audit_entry WHERE organization_id = $1 AND actor_type = 'setup_link' ORDER BY at, id",
      [tenant.organizationId],
    );
    expect(rows).toEqual([
      { action: "setup_link.open", actor_label: "Ina Installer" },
      { action: "connection.create", actor_label: "Ina Installer" },
    ]);
    const count = await pool().query("SELECT 1 FROM connection WHERE organization_id = $1", [tenant.organizationId]);
    expect(count.rowCount).toBe(2);
  });

  it("tells who used it, and keeps neither its address nor the cookie", async () => {
    const [link] = (await findSetupLinks(acme.organizationScope)).links.filter((each) => each.setup_link_id === inside.linkId);
    expect(link).toMatchObject({ status: "open", connection_name: "Acme directory", uses: [{ name: "Ina Installer", remote_address: "203.0.113.9", user_agent: "test" }] });
    for (const table of ["setup_link", "setup_link_use", "audit_entry"]) {
      const found = await pool().query(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%'`, [inside.token, inside.cookie]);
      expect([table, found.rowCount]).toEqual([table, 0]);
    }
  });

  it.each<[string, (tenant: Tenant, link: Inside) => Promise<unknown>]>([
    ["it is revoked", (tenant, link) => revokeSetupLink(tenant.organizationScope, link.linkId.replace("setup-link-", ""))],
    ["it is too old", (_, link) => pool().query("UPDATE setup_link SET expires_at = now() - interval '1 second' WHERE id = $1", [link.linkId.replace("setup-link-", "")])],
    ["its connection is deleted", (tenant) => pool().query("UPDATE connection SET status = 'deleted' WHERE id = $1", [tenant.connectionId])],
    ["its organization is suspended", (tenant) => pool().query("UPDATE organization SET status = 'suspended' WHERE id = $1", [tenant.organizationId])],
  ])("ends at once, also for who is inside, when %s", async (_, end) => {
    const tenant = await createTenant({ name: "Umbrella" });
    const link = await enter(tenant, tenant.connectionId);
    expect(await readSetupSession(link.cookie)).not.toBeNull();
    await end(tenant, link);
    expect(await findOpenSetupLink(link.token)).toBeNull();
    const answer = await call(`${CONNECTION}/details/route.ts`, "GET", ids(link.linkId, tenant.connectionId), link.cookie);
    expect(answer?.status).toBe(401);
    await expect(enterSetupLink({ token: link.token, name: "Late", remoteAddress: null, userAgent: null })).rejects.toMatchObject({ code: "setup_link_not_found" });
  });

  it("can be left on one browser and still opened again", async () => {
    const link = await enter(globex, globex.connectionId);
    await leaveSetupLink(link.cookie);
    expect(await readSetupSession(link.cookie)).toBeNull();
    expect(await findOpenSetupLink(link.token)).not.toBeNull();
  });

  it("is not made for another organization's connection", async () => {
    await expect(createSetupLink(acme.organizationScope, { connectionId: globex.connectionId, identityProvider: null, hours: 1, note: "", email: null })).rejects.toMatchObject({ code: "scim_connection_not_found" });
  });
});
