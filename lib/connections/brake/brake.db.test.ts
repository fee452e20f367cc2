import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { findEffectiveRoles } from "@/lib/directory/roles/find-effective-roles";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { untilWaiting } from "@/tests/support/until-waiting";
import { decideDepartures, type Decision } from "./decide-departures";
import { findBrakeCases } from "./find-brake-cases";
import { findDepartures } from "./find-departures";
import { getBrake } from "./get-brake";
import { setBrake } from "./set-brake";

let acme: Tenant;

beforeEach(async () => {
  acme = await createTenant();
});

const inactive = { Operations: [{ op: "replace", path: "active", value: false }] };
const activate = { Operations: [{ op: "replace", path: "active", value: true }] };
const leave = (id: string, tenant = acme) => callScim(tenant, "PATCH", `/Users/${id}`, inactive);

/** People with registrations, made in the database: their SCIM ids. */
async function people(count: number, tenant = acme): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => ({ id: uuidv7(), member_id: uuidv7(), name: `p${at}-${tenant.slug}@example.com` }));
  await pool().query(
    `INSERT INTO member (id, organization_id, origin, email, email_key) SELECT member_id, $1, 'scim', name, name FROM jsonb_to_recordset($2) AS t (member_id uuid, name text)`,
    [tenant.organizationId, JSON.stringify(rows)],
  );
  await pool().query(
    `INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes)
     SELECT id, $1, $2, member_id, name, name, jsonb_build_object('userName', name, 'active', true) FROM jsonb_to_recordset($3) AS t (id uuid, member_id uuid, name text)`,
    [tenant.connectionId, tenant.organizationId, JSON.stringify(rows)],
  );
  return rows.map((row) => row.id);
}

async function statuses(): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ status: string; n: number }>("SELECT status::text, count(*)::int AS n FROM member WHERE organization_id = $1 GROUP BY 1", [acme.organizationId]);
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}
const memberOf = async (id: string) =>
  (await pool().query<{ id: string; status: string }>("SELECT m.id, m.status FROM member m JOIN registration r ON r.member_id = m.id WHERE r.id = $1", [id])).rows[0];
const caseOf = async () => (await findBrakeCases(acme.organizationScope, { connectionId: acme.connectionId }))[0];
async function decide(decision: Decision["decision"], more: Partial<Decision> = {}) {
  const found = await caseOf();
  return decideDepartures(acme.organizationScope, { connectionId: acme.connectionId, caseId: found?.id ?? "", decision, ...more });
}
async function grantByGroup(role: string, ids: string[]): Promise<string> {
  const group = String((await callScim(acme, "POST", "/Groups", { displayName: `For ${role}`, members: ids.map((value) => ({ value })) })).body.id);
  await pool().query(
    `INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id) SELECT $1, $2, $3, $4, 'G', 'g', id FROM role WHERE role_id = $5 AND organization_id IS NULL`,
    [uuidv7(), acme.organizationId, acme.connectionId, group, role],
  );
  return group;
}

describe("A brake that suspends", () => {
  it("lets as many people go as its limits say, and suspends the rest", async () => {
    const ids = await people(60);
    for (const id of ids.slice(0, 10)) expect((await leave(id)).status).toBe(200);
    expect(await caseOf()).toBeUndefined();
    for (const id of ids.slice(10, 25)) expect((await leave(id)).body.active).toBe(false);
    expect(await caseOf()).toMatchObject({ status: "open", mode: "suspend", people: 10, percent: 10, base: 60, counts: { waiting: 15, earlier: 10, returned: 0 } });
    expect(await statuses()).toEqual({ active: 35, deactivated: 25 });
    const { rows } = await pool().query("SELECT payload FROM event WHERE organization_id = $1 AND type = 'scim.brake_case.create'", [acme.organizationId]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ payload: { action: "CREATE", object_type: "brake_case", connection_id: `scim-connection-${acme.connectionId}`, brake_case: { mode: "suspend", active_people: 60 } } });
  });

  it("counts exactly, however the calls come and however many at once", async () => {
    const ids = await people(80);
    const replies = await Promise.all(
      ids.slice(0, 60).map((id, at) => {
        if (at % 4 === 0) return callScim(acme, "PUT", `/Users/${id}`, { userName: `p${at}-${acme.slug}@example.com`, active: false });
        if (at % 4 === 1) return callScim(acme, "DELETE", `/Users/${id}`);
        if (at % 4 === 2) return callScim(acme, "POST", "/Bulk", { Operations: [{ method: "PATCH", path: `/Users/${id}`, data: inactive }] });
        return leave(id);
      }),
    );
    expect(replies.filter((reply) => reply.status >= 300)).toEqual([]);
    expect((await caseOf())?.counts).toMatchObject({ waiting: 50, earlier: 10 });
  });

  it("takes the larger of its two limits, measured on everybody who was active at the start of the window", async () => {
    const ids = await people(200);
    for (const id of ids.slice(0, 21)) await leave(id);
    expect((await caseOf())?.counts).toMatchObject({ waiting: 1, earlier: 20 });
  });

  it("sees people who came after its last count", async () => {
    const ids = await people(5);
    await leave(String(ids[0]));
    const more = await people(300, { ...acme, slug: "later" });
    for (const id of more.slice(0, 20)) await leave(id);
    expect(await caseOf()).toBeUndefined();
  });

  it("forgets departures of more than 15 minutes ago", async () => {
    const ids = await people(60);
    for (const id of ids.slice(0, 10)) await leave(id);
    await pool().query("UPDATE departure SET at = at - interval '15 minutes' WHERE connection_id = $1", [acme.connectionId]);
    for (const id of ids.slice(10, 20)) await leave(id);
    expect(await caseOf()).toBeUndefined();
    await leave(String(ids[20]));
    expect((await caseOf())?.counts).toMatchObject({ waiting: 1, earlier: 10 });
  });

  it("does not count who was inactive already, nor a change that changes nothing", async () => {
    const ids = await people(60);
    for (let round = 0; round < 3; round++) for (const id of ids.slice(0, 10)) await leave(id);
    for (const id of ids.slice(0, 10)) await callScim(acme, "DELETE", `/Users/${id}`);
    expect(await caseOf()).toBeUndefined();
    expect(await statuses()).toEqual({ active: 50, deleted: 10 });
  });

  it("is undone in one step: status, roles and memberships, and the IdP still reads what it set", async () => {
    const ids = await people(40);
    await grantByGroup("org_admin", [...ids.slice(0, 30), String(ids[39])]);
    for (const id of ids.slice(0, 30)) await leave(id);
    const before = (await callScim(acme, "GET", `/Users/${ids[20]}`)).body;
    const { people: undone, brakeCase } = await decide("undo", { includeEarlier: true });
    expect([undone, brakeCase.status, brakeCase.counts]).toEqual([30, "closed", { waiting: 0, earlier: 0, returned: 0, released: 0, undone: 30, undoneInactive: 30 }]);
    expect(await statuses()).toEqual({ active: 40 });
    const member = await memberOf(String(ids[20]));
    const roles = await findEffectiveRoles(acme.organizationScope, [member?.id ?? ""]);
    expect(roles.get(member?.id ?? "")?.inForce.map((role) => role.roleId)).toContain("org_admin");
    expect((await callScim(acme, "GET", `/Users/${ids[20]}`)).body).toEqual(before);
    expect((await callScim(acme, "GET", `/Users?filter=active eq false`)).body.totalResults).toBe(30);
    const { rows } = await pool().query("SELECT after FROM audit_entry WHERE action = 'brake.undo' AND organization_id = $1", [acme.organizationId]);
    expect(rows).toMatchObject([{ after: { people: 30 } }]);
  });

  it("keeps a person active after an undo until the IdP says inactive again, in so many words", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 11)) await leave(id);
    await decide("undo");
    const kept = String(ids[10]);
    expect((await callScim(acme, "PATCH", `/Users/${kept}`, { Operations: [{ op: "replace", path: "title", value: "CEO" }] })).body).toMatchObject({ title: "CEO", active: false });
    expect(await memberOf(kept)).toMatchObject({ status: "active" });
    await callScim(acme, "PATCH", `/Users/${kept}`, activate);
    expect((await pool().query("SELECT active, kept_active FROM registration WHERE id = $1", [kept])).rows).toEqual([{ active: true, kept_active: false }]);
    await leave(kept);
    expect(await memberOf(kept)).toMatchObject({ status: "deactivated" });
    await pool().query("UPDATE registration SET active = true, kept_active = true WHERE id = $1", [kept]);
    await leave(kept);
    expect(await memberOf(kept)).toMatchObject({ status: "deactivated" });
  });

  it("brings back who was deleted, under the same id and in the same groups", async () => {
    const ids = await people(30);
    const group = await grantByGroup("org_admin", [...ids]);
    for (const id of ids.slice(0, 12)) expect((await callScim(acme, "DELETE", `/Users/${id}`)).status).toBe(204);
    const [gone, suspended] = [String(ids[0]), String(ids[11])];
    expect((await callScim(acme, "GET", `/Users/${suspended}`)).status).toBe(404);
    expect(await statuses()).toEqual({ active: 18, deleted: 10, deactivated: 2 });
    const { departures } = await findDepartures(acme.organizationScope, (await caseOf())?.id ?? "", { page: 1, limit: 50 });
    expect(departures.find((each) => each.registrationId === suspended)).toMatchObject({ kind: "delete", standing: "waiting", roles: ["org_admin"], activeAtIdp: null });
    await decide("undo", { includeEarlier: true });
    expect(await statuses()).toEqual({ active: 30 });
    for (const id of [gone, suspended]) expect((await callScim(acme, "GET", `/Users/${id}`)).body).toMatchObject({ active: false, groups: [{ value: group }] });
  });

  it("is released in one step, and then who was deleted is gone", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 11)) await callScim(acme, "DELETE", `/Users/${id}`);
    await leave(String(ids[11]));
    const { brakeCase } = await decide("release");
    expect(brakeCase).toMatchObject({ status: "closed", closedBy: "test", counts: { released: 2, earlier: 10 } });
    expect(await statuses()).toEqual({ active: 18, deleted: 11, deactivated: 1 });
  });

  it("decides about some people and leaves the case open for the others; who comes back by itself is not asked about", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 14)) await leave(id);
    await callScim(acme, "PATCH", `/Users/${ids[10]}`, activate);
    const found = await caseOf();
    expect(found?.counts).toMatchObject({ waiting: 3, returned: 1 });
    const { departures } = await findDepartures(acme.organizationScope, found?.id ?? "", { page: 1, limit: 50, standing: "waiting" });
    const { brakeCase } = await decide("undo", { departureIds: [String(departures[0]?.id)] });
    expect(brakeCase).toMatchObject({ status: "open", counts: { waiting: 2, undone: 1 } });
    expect((await decide("release")).brakeCase).toMatchObject({ status: "closed", counts: { released: 2 } });
    expect((await decide("release", { departureIds: [String(departures[0]?.id)] })).brakeCase.counts).toMatchObject({ released: 3, undone: 0 });
    expect(await statuses()).toEqual({ active: 17, deactivated: 13 });
  });
});

describe("Departures that come at once", () => {
  const limit = async (more: number) => more + Number((await pool().query<{ max: string }>("SELECT current_setting('max_connections') AS max")).rows[0]?.max);
  const underWay = async (id: string, run: () => Promise<void>) => {
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT take_departure($1, $2, NULL, 'deactivate', NULL)", [acme.connectionId, id]);
      await run();
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };

  it("are counted exactly around a limit that is far away at first", async () => {
    const allowed = await limit(20);
    await setBrake(acme.organizationScope, acme.connectionId, { people: allowed });
    const ids = await people(allowed + 60);
    const replies = await Promise.all(ids.slice(0, allowed + 40).map((id, at) => (at % 3 === 0 ? callScim(acme, "DELETE", `/Users/${id}`) : leave(id))));
    expect(replies.filter((reply) => reply.status >= 300)).toEqual([]);
    expect((await caseOf())?.counts).toMatchObject({ waiting: 40, earlier: allowed });
  });

  it("wait for none that is not committed while the limit is far away, nor while a case is open", async () => {
    await setBrake(acme.organizationScope, acme.connectionId, { people: await limit(20) });
    const [first, second, third, ...others] = await people(60);
    await leave(String(first));
    await underWay(String(second), async () => expect((await leave(String(third))).status).toBe(200));
    await setBrake(acme.organizationScope, acme.connectionId, { people: 10 });
    for (const id of others.slice(0, 12)) await leave(id);
    await underWay(String(second), async () => expect((await leave(String(others[20]))).status).toBe(200));
    expect((await caseOf())?.counts).toMatchObject({ waiting: 5, earlier: 10 });
  });

  it("wait for the one before near the limit, and find what became of it", async () => {
    const ids = await people(60);
    for (const id of ids.slice(0, 9)) await leave(id);
    let reply: ReturnType<typeof leave> | undefined;
    await underWay(String(ids[9]), async () => {
      reply = leave(String(ids[10]));
      await untilWaiting();
    });
    expect((await reply)?.status).toBe(200);
    expect(await caseOf()).toBeUndefined();
    await leave(String(ids[11]));
    expect((await caseOf())?.counts).toMatchObject({ waiting: 1, earlier: 10 });
  });

  it("are each in the case once, however often people come back and leave again", async () => {
    const ids = await people(30);
    const toggle = async (id: string) => {
      for (let round = 0; round < 3; round++) for (const body of [inactive, activate]) await callScim(acme, "PATCH", `/Users/${id}`, body);
      await leave(id);
    };
    for (const id of ids.slice(0, 3)) await toggle(id);
    await Promise.all(ids.slice(3, 12).map(toggle));
    expect((await caseOf())?.counts).toEqual({ waiting: 12 - 2, earlier: 2, returned: 0, released: 0, undone: 0, undoneInactive: 0 });
    expect((await decide("undo", { includeEarlier: true })).brakeCase).toMatchObject({ status: "closed", counts: { undone: 12 } });
  });

  it("leave nobody out of a case that is decided meanwhile", async () => {
    const ids = await people(60);
    for (const id of ids.slice(0, 15)) await leave(id);
    await Promise.all([...ids.slice(15, 35).map((id) => leave(id)), decide("undo"), ...ids.slice(35, 45).map((id) => leave(id))]);
    const { rows } = await pool().query("SELECT count(*)::int AS lost FROM departure d JOIN brake_case c ON c.id = d.case_id WHERE d.connection_id = $1 AND d.state = 'suspended' AND c.status = 'closed'", [acme.connectionId]);
    expect(rows).toEqual([{ lost: 0 }]);
  });
});

describe("A brake that holds", () => {
  beforeEach(() => setBrake(acme.organizationScope, acme.connectionId, { mode: "hold" }));

  it("refuses in a way that the IdP repeats, changes nothing, and does not count the repetitions", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 10)) expect((await leave(id)).status).toBe(200);
    for (let round = 0; round < 3; round++) {
      const [patched, deleted] = [await leave(String(ids[10])), await callScim(acme, "DELETE", `/Users/${ids[11]}`)];
      for (const reply of [patched, deleted]) {
        expect([reply.status, reply.headers["Retry-After"], reply.body.schemas]).toEqual([429, "900", ["urn:ietf:params:scim:api:messages:2.0:Error"]]);
        expect(reply.body.detail).toContain(`/connections/${acme.connectionId}/brake/${(await caseOf())?.id}`);
      }
    }
    expect((await callScim(acme, "GET", `/Users/${ids[10]}`)).body.active).toBe(true);
    expect((await caseOf())?.counts).toMatchObject({ waiting: 2, earlier: 10 });
    expect(await statuses()).toEqual({ active: 20, deactivated: 10 });
    await pool().query("UPDATE departure SET at = at - interval '15 minutes' WHERE connection_id = $1", [acme.connectionId]);
    expect((await leave(String(ids[10]))).status).toBe(429);
    expect((await leave(String(ids[12]))).status).toBe(200);
  });

  it("does what was held when somebody releases it", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 11)) await leave(id);
    await callScim(acme, "DELETE", `/Users/${ids[11]}`);
    await decide("release");
    expect(await statuses()).toEqual({ active: 18, deactivated: 11, deleted: 1 });
    expect((await callScim(acme, "GET", `/Users/${ids[10]}`)).body.active).toBe(false);
    expect((await leave(String(ids[10]))).status).toBe(200);
    expect((await callScim(acme, "GET", `/Users/${ids[11]}`)).status).toBe(404);
  });

  it("goes on refusing for a day after somebody said that these people stay", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 11)) await leave(id);
    await decide("undo");
    const refused = await leave(String(ids[10]));
    expect([refused.status, refused.headers["Retry-After"]]).toEqual([429, "3600"]);
    await pool().query("UPDATE departure SET decided_at = decided_at - interval '1 day', at = at - interval '1 day' WHERE connection_id = $1", [acme.connectionId]);
    expect((await leave(String(ids[10]))).status).toBe(200);
  });

  it("has nothing to decide any more when the IdP takes it back", async () => {
    const ids = await people(30);
    for (const id of ids.slice(0, 11)) await leave(id);
    expect((await callScim(acme, "PATCH", `/Users/${ids[10]}`, activate)).status).toBe(200);
    expect((await caseOf())?.counts).toMatchObject({ waiting: 0 });
    expect((await leave(String(ids[10]))).status).toBe(429);
  });
});

describe("The settings of a brake", () => {
  it("are defaults until somebody changes them, each change audited", async () => {
    await people(500);
    expect(await getBrake(acme.organizationScope, acme.connectionId)).toEqual({ mode: "suspend", people: 10, percent: 10, allowed: 50 });
    expect(await setBrake(acme.organizationScope, acme.connectionId, { mode: "off", people: 100 })).toEqual({ mode: "off", people: 100, percent: 10, allowed: 100 });
    await setBrake(acme.organizationScope, acme.connectionId, { mode: "off" });
    const { rows } = await pool().query("SELECT before, after FROM audit_entry WHERE action = 'brake.update' AND organization_id = $1", [acme.organizationId]);
    expect(rows).toEqual([{ before: { mode: "suspend", people: 10, percent: 10 }, after: { mode: "off", people: 100, percent: 10 } }]);
  });

  it("can turn it off", async () => {
    await setBrake(acme.organizationScope, acme.connectionId, { mode: "off" });
    const ids = await people(30);
    for (const id of ids) await leave(id);
    expect([await caseOf(), await statuses()]).toEqual([undefined, { deactivated: 30 }]);
  });

  it("and cases belong to one organization", async () => {
    const other = await createTenant({ name: "Other" });
    const ids = await people(30);
    for (const id of ids.slice(0, 12)) await leave(id);
    const caseId = (await caseOf())?.id ?? "";
    const { organizationScope: scope } = other;
    expect(await findBrakeCases(scope)).toEqual([]);
    expect((await findDepartures(scope, caseId, { page: 1, limit: 50 })).total).toBe(0);
    await expect(getBrake(scope, acme.connectionId)).rejects.toMatchObject({ kind: "not_found" });
    await expect(setBrake(scope, acme.connectionId, { mode: "off" })).rejects.toMatchObject({ kind: "not_found" });
    await expect(decideDepartures(scope, { connectionId: acme.connectionId, caseId, decision: "undo" })).rejects.toMatchObject({ code: "brake_case_not_found" });
    expect((await leave(String((await people(1, other))[0]), other)).status).toBe(200);
  });
});

describe("The last org_admin", () => {
  it("cannot be deactivated or deleted by the IdP, however many calls come at once", async () => {
    const ids = await people(4);
    await grantByGroup("org_admin", ids.slice(0, 2));
    const replies = await Promise.all([leave(String(ids[0])), callScim(acme, "DELETE", `/Users/${ids[1]}`)]);
    expect(replies.map((reply) => reply.status).filter((status) => status < 300)).toHaveLength(1);
    const refused = replies.find((reply) => reply.status >= 300);
    expect([refused?.status, refused?.body.detail]).toEqual([409, expect.stringContaining("org_admin")]);
    expect((await leave(String(ids[3]))).status).toBe(200);
  });

  it("may leave one connection while another one keeps them", async () => {
    const [id] = await people(1);
    await grantByGroup("org_admin", [String(id)]);
    expect((await leave(String(id))).status).toBe(409);
    const member = await memberOf(String(id));
    await pool().query("INSERT INTO role_assignment (member_id, role_id, organization_id, created_by) SELECT $1, id, $2, 'test' FROM role WHERE role_id = 'org_admin' AND organization_id IS NULL", [member?.id, acme.organizationId]);
    const second = uuidv7();
    await pool().query("INSERT INTO connection (id, organization_id, display_name, identity_provider) VALUES ($1, $2, 'Second', 'generic')", [second, acme.organizationId]);
    await pool().query("INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes) VALUES ($1, $2, $3, $4, 'x', 'x', '{}')", [uuidv7(), second, acme.organizationId, member?.id]);
    expect((await leave(String(id))).status).toBe(200);
  });
});

describe("The last org_admin, by way of groups", () => {
  it("stays in the group that makes them one: removal, replacement and deletion are refused, whatever else is done", async () => {
    const ids = await people(3);
    const group = await grantByGroup("org_admin", ids.slice(0, 2));
    const patch = (Operations: unknown[]) => callScim(acme, "PATCH", `/Groups/${group}`, { Operations });
    expect((await patch([{ op: "remove", path: `members[value eq "${ids[0]}"]` }])).status).toBe(204);
    const refused = [
      await patch([{ op: "remove", path: `members[value eq "${ids[1]}"]` }]),
      await patch([{ op: "replace", path: "members", value: [] }]),
      await callScim(acme, "PUT", `/Groups/${group}`, { displayName: "For org_admin", members: [] }),
      await callScim(acme, "DELETE", `/Groups/${group}`),
    ];
    expect(refused.map((reply) => reply.status)).toEqual([409, 409, 409, 409]);
    expect(refused.every((reply) => String(reply.body.detail).includes("org_admin"))).toBe(true);
    expect((await patch([{ op: "replace", path: "members", value: [{ value: ids[2] }] }])).status).toBe(204);
    expect((await callScim(acme, "GET", `/Groups/${group}`)).body.members).toMatchObject([{ value: ids[2] }]);
  });
});
