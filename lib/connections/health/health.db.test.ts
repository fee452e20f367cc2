import { describe, expect, test } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { findingCodes } from "@/lib/contracts/finding-codes";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { dismissFinding } from "./dismiss-finding";
import { findContactClocks } from "./find-contact-clocks";
import { getHealth } from "./get-health";
import { healthRules, refreshHealth } from "./refresh-health";

const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const oid = "6f2c4c0e-8a4e-4c7d-9b1e-1f0c2d3e4f50";
const good = (name: string, more: object = {}) => ({ userName: `${name}@acme.example`, externalId: oid, emails: [{ type: "work", value: `${name}@acme.example`, primary: true }], ...more });
const sql = (text: string, tenant: Tenant) => pool().query(text, [tenant.connectionId]);

async function findings(tenant: Tenant) {
  await flushRequestLog();
  await refreshHealth(tenant);
  return (await getHealth(tenant.organizationScope, tenant.connectionId)).findings;
}
const open = async (tenant: Tenant) => (await findings(tenant)).filter(({ status }) => status === "open").map(({ code }) => code);
const idOf = async (reply: ReturnType<typeof callScim>) => String((await reply).body.id);
const make = (tenant: Tenant, body: object) => idOf(callScim(tenant, "POST", "/Users", body));
const group = (tenant: Tenant, name: string, members: string[] = []) => idOf(callScim(tenant, "POST", "/Groups", { displayName: name, members: members.map((value) => ({ value })) }));
const patch = (tenant: Tenant, path: string, operation: object) => callScim(tenant, "PATCH", path, { schemas: [patchOp], Operations: [operation] });
async function map(tenant: Tenant, name: string, groupId: string | null) {
  await pool().query(
    `with role as (insert into role (id, role_id) values (gen_random_uuid(), 'role-' || $4) returning id)
     insert into role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id) select gen_random_uuid(), $1, $2, $3::uuid, $4, lower($4), id from role`,
    [tenant.organizationId, tenant.connectionId, groupId, `${name}-${tenant.slug}`],
  );
}

type Case = { finding: string; idp?: string; appears: (tenant: Tenant) => Promise<unknown>; clears: (tenant: Tenant, made: unknown) => Promise<unknown>; evidence?: object };

// Each rule as an admin meets it: what the IdP (or time) does, and what mends it.
const cases: Case[] = [
  { finding: "external_id_not_guid", idp: "microsoft-entra", appears: (t) => make(t, good("ada", { externalId: "ada.l" })), clears: (t, id) => callScim(t, "PUT", `/Users/${String(id)}`, good("ada")), evidence: { people: [{ name: "ada@acme.example", detail: "ada.l" }] } },
  { finding: "user_name_not_email", appears: (t) => make(t, good("ada", { userName: "ada" })), clears: (t, id) => callScim(t, "PUT", `/Users/${String(id)}`, good("ada")), evidence: { people: [{ detail: "ada" }] } },
  { finding: "no_work_email", appears: (t) => make(t, { userName: "ada@acme.example" }), clears: (t, id) => callScim(t, "PUT", `/Users/${String(id)}`, good("ada")) },
  { finding: "tombstone_names", appears: (t) => make(t, good("ada", { userName: `${oid.replaceAll("-", "")}ada@acme.example`, active: false })), clears: (t, id) => callScim(t, "DELETE", `/Users/${String(id)}`) },
  { finding: "duplicate_emails", appears: async (t) => (await make(t, good("ada")), make(t, { ...good("bob", { externalId: "2" }), emails: good("ada").emails })), clears: (t, id) => callScim(t, "DELETE", `/Users/${String(id)}`) },
  { finding: "people_without_role", appears: async (t) => (await map(t, "Editors", await group(t, "Editors", [await make(t, good("ada"))])), make(t, good("bob", { externalId: "2" }))), clears: (t, id) => callScim(t, "DELETE", `/Users/${String(id)}`) },
  { finding: "group_without_role", appears: async (t) => (await map(t, "Editors", await group(t, "Editors")), group(t, "Drinks")), clears: (t, id) => map(t, "Drinks", String(id)), evidence: { groups: [{ name: "Drinks" }] } },
  { finding: "mapped_group_empty", appears: async (t) => { const id = await group(t, "Editors"); await map(t, "Editors", id); await sql("update idp_group set created_at = now() - interval '1 hour' where connection_id = $1", t); return id; }, clears: async (t, id) => patch(t, `/Groups/${String(id)}`, { op: "add", path: "members", value: [{ value: await make(t, good("ada")) }] }) },
  { finding: "mapped_group_missing", appears: async (t) => (await make(t, good("ada")), map(t, "Editors", null)), clears: (t) => sql("delete from role_mapping where connection_id = $1", t) },
  { finding: "same_group_name", appears: async (t) => (await group(t, "The Editors"), group(t, "the  editors ")), clears: (t, id) => callScim(t, "DELETE", `/Groups/${String(id)}`) },
  { finding: "entra_flag_missing", idp: "microsoft-entra", appears: async (t) => { const id = await make(t, good("ada")); await patch(t, `/Users/${id}`, { op: "Replace", path: "active", value: "False" }); return id; }, clears: async (t, id) => { for (let n = 0; n < 5; n++) await patch(t, `/Users/${String(id)}`, { op: "replace", path: "title", value: `T${n}` }); } },
  { finding: "string_booleans", appears: (t) => make(t, good("ada", { active: "true" })), clears: async (t, id) => { for (let n = 0; n < 5; n++) await patch(t, `/Users/${String(id)}`, { op: "replace", path: "title", value: `T${n}` }); } },
  { finding: "attributes_ignored", appears: (t) => make(t, good("ada", { favouriteColour: "red" })), clears: async (t, id) => { for (let n = 0; n < 10; n++) await patch(t, `/Users/${String(id)}`, { op: "replace", path: "title", value: `T${n}` }); } },
  { finding: "members_unknown", appears: async (t) => { const id = await group(t, "Editors"); await patch(t, `/Groups/${id}`, { op: "add", path: "members", value: [{ value: oid }] }); return id; }, clears: async (t, id) => callScim(t, "PUT", `/Groups/${String(id)}`, { displayName: "Editors", members: [] }) },
  { finding: "user_conflicts", appears: async (t) => { const id = await make(t, good("ada")); await callScim(t, "POST", "/Users", good("ada", { externalId: "2" })); return id; }, clears: async (t, id) => { await callScim(t, "DELETE", `/Users/${String(id)}`); await callScim(t, "POST", "/Users", good("ada", { externalId: "2" })); } },
  { finding: "group_conflicts", appears: async (t) => { const id = await group(t, "Editors"); await callScim(t, "POST", "/Groups", { displayName: "EDITORS" }); return id; }, clears: async (t, id) => { await callScim(t, "DELETE", `/Groups/${String(id)}`); await callScim(t, "POST", "/Groups", { displayName: "EDITORS" }); } },
  { finding: "wrong_token", appears: (t) => callScim(t, "GET", "/Users", undefined, { authorization: "Bearer wrong" }), clears: (t) => callScim(t, "GET", "/Users") },
  { finding: "server_errors", appears: (t) => logged(t, { status: 500 }), clears: (t) => sql("update scim_request set received_at = now() - interval '2 days' where connection_id = $1", t) },
  { finding: "rate_limited", appears: (t) => logged(t, { status: 429 }), clears: (t) => sql("update scim_request set received_at = now() - interval '2 days' where connection_id = $1", t) },
  { finding: "token_expiring", appears: (t) => sql("update connection_token set expires_at = now() + interval '6 days' - interval '1 hour' where connection_id = $1", t), clears: (t) => sql("update connection_token set expires_at = now() + interval '300 days' where connection_id = $1", t), evidence: { values: { days: 6 } } },
  { finding: "rotation_open", appears: (t) => sql("insert into connection_token (id, connection_id, slot, hash, last_four, created_at) values (gen_random_uuid(), $1, 'next', sha256(gen_random_uuid()::text::bytea), '1234', now() - interval '8 days')", t), clears: (t) => sql("update connection_token set revoked_at = now() where connection_id = $1 and slot = 'next'", t) },
  { finding: "contact_overdue", idp: "microsoft-entra", appears: async (t) => { await callScim(t, "GET", "/Users"); await flushRequestLog(); await sql("update connection_contact set last_contact_at = now() - interval '3 hours' where connection_id = $1", t); }, clears: (t) => callScim(t, "GET", "/Users") },
  { finding: "quarantine_likely", idp: "microsoft-entra", appears: async (t) => { for (let n = 0; n < 10; n++) await callScim(t, "POST", "/Users", {}); }, clears: async (t) => { for (let n = 0; n < 11; n++) await callScim(t, "GET", "/Users"); } },
  { finding: "refused_storm", appears: async (t) => { for (let n = 0; n < 20; n++) await callScim(t, "POST", "/Users", {}); }, clears: (t) => sql("update connection_activity set hour = hour - interval '1 day' where connection_id = $1", t) },
  { finding: "nobody_pushed", appears: async (t) => { await callScim(t, "GET", "/Users"); await flushRequestLog(); await sql("update connection_contact set first_contact_at = now() - interval '4 days' where connection_id = $1", t); }, clears: (t) => make(t, good("ada")) },
  { finding: "no_update_seen", appears: async (t) => { const id = await make(t, good("ada")); await flushRequestLog(); await sql("update connection_contact set first_user_at = now() - interval '20 days' where connection_id = $1", t); return id; }, clears: (t, id) => patch(t, `/Users/${String(id)}`, { op: "replace", path: "title", value: "Countess" }) },
  { finding: "no_deactivation_seen", appears: async (t) => { const ids = []; for (let n = 0; n < 20; n++) ids.push(await make(t, good(`p${n}`, { externalId: String(n) }))); await flushRequestLog(); await sql("update connection_contact set first_user_at = now() - interval '40 days' where connection_id = $1", t); return ids[0]; }, clears: (t, id) => patch(t, `/Users/${String(id)}`, { op: "replace", path: "active", value: false }) },
  { finding: "new_network", appears: async (t) => { await callScim(t, "GET", "/Users"); await flushRequestLog(); await sql(`update connection_contact set first_contact_at = now() - interval '20 days', networks = jsonb_build_object('198.51.0.0/16', now() - interval '20 days', '192.0.0.0/16', now()) where connection_id = $1`, t); }, clears: (t) => sql(`update connection_contact set networks = jsonb_build_object('198.51.0.0/16', now() - interval '20 days', '192.0.0.0/16', now() - interval '4 days') where connection_id = $1`, t), evidence: { values: { networks: "192.0.0.0/16" } } },
];

async function logged(tenant: Tenant, { status }: { status: number }) {
  await pool().query(
    `insert into scim_request (id, organization_id, connection_id, received_at, method, path, operation, status, duration_ms) values (gen_random_uuid(), $1, $2, now(), 'GET', '/Users', 'list_users', $3, 1)`,
    [tenant.organizationId, tenant.connectionId, status],
  );
}

describe("A finding appears, with evidence, and clears by itself", () => {
  test("every rule has a case, a sentence and a name", () => {
    expect(healthRules.map(({ code }) => code).sort()).toEqual([...findingCodes].sort());
    expect(cases.map(({ finding }) => finding).sort()).toEqual([...findingCodes].sort());
  });

  test.each(cases)("$finding", async ({ finding, idp = "okta", appears, clears, evidence = {} }) => {
    const [acme, globex] = [await createTenant({ identityProvider: idp }), await createTenant({ name: "Globex", identityProvider: idp })];
    expect(await open(acme)).not.toContain(finding);
    const made = await appears(acme);
    const found = (await findings(acme)).find(({ code }) => code === finding);
    expect(found).toMatchObject({ status: "open", evidence });
    expect(found?.count).toBeGreaterThan(0);
    expect(await open(globex)).not.toContain(finding);
    await clears(acme, made);
    expect((await findings(acme)).find(({ code }) => code === finding)).toMatchObject({ status: "cleared" });
  });
});

test("A dismissed finding stays away until it changes; nobody else's can be dismissed", async () => {
  const [acme, globex] = [await createTenant(), await createTenant({ name: "Globex" })];
  await make(acme, good("ada", { userName: "ada" }));
  expect(await open(acme)).toContain("user_name_not_email");
  const finding = { connectionId: acme.connectionId, code: "user_name_not_email", reason: "Contractors have none" };
  await expect(dismissFinding(globex.organizationScope, finding)).rejects.toMatchObject({ kind: "not_found" });
  await dismissFinding(acme.organizationScope, finding);
  expect((await findings(acme)).find(({ code }) => code === finding.code)).toMatchObject({ status: "dismissed", dismissal: { reason: "Contractors have none", by: "test" } });
  const bob = await make(acme, good("bob", { userName: "bob", externalId: "2" }));
  expect(await open(acme)).toContain("user_name_not_email");
  await callScim(acme, "DELETE", `/Users/${bob}`);
  expect(await open(acme)).not.toContain("user_name_not_email");
  await dismissFinding(acme.organizationScope, { ...finding, reason: null });
  expect(await open(acme)).toContain("user_name_not_email");
});

test("The contact clock knows Entra's cycle and learns a regular rhythm", async () => {
  const [entra, okta] = [await createTenant({ identityProvider: "microsoft-entra" }), await createTenant()];
  for (const tenant of [entra, okta]) await callScim(tenant, "GET", "/Users");
  await findings(entra);
  await findings(okta);
  const clock = async (tenant: Tenant) => (await getHealth(tenant.organizationScope, tenant.connectionId)).contact;
  expect(await clock(entra)).toMatchObject({ rhythm: "cycle", every_minutes: 40, overdue: false });
  expect(await clock(okta)).toMatchObject({ rhythm: "on_change", every_minutes: null, overdue: false });
  for (let round = 0; round < 3; round++) {
    await sql("update connection_contact set last_contact_at = now() - interval '1 hour', round_at = now() - interval '1 hour' where connection_id = $1", okta);
    await callScim(okta, "GET", "/Users");
    await flushRequestLog();
  }
  expect(await clock(okta)).toMatchObject({ rhythm: "regular", every_minutes: 60 });
  const clocks = await findContactClocks(okta.organizationScope);
  expect([...clocks]).toEqual([[okta.connectionId, await clock(okta)]]);
});
