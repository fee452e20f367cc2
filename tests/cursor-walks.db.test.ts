import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/lib/contracts/operations/all";
import { pool } from "@/lib/db/client";
import { callApi, credentialHeaders, operationOf } from "./support/call-api";
import { createTenant, type Tenant } from "./support/create-tenant";

type Ids = { tenant: Tenant; members: string[]; registrations: string[]; group: string; endpoint: string; brakeCase: string; target: string };
type Walk = {
  /** Where the rows are in the answer, and what names one. */
  list: string;
  key: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Adds one row; `at` says where among the others: its name, and minutes for its time. */
  add: (name: string, at: number) => Promise<unknown>;
  /** Takes the row away that a page showed, by what names it. */
  remove: (key: string) => Promise<unknown>;
};

const run = (text: string, values: unknown[] = []) => pool().query(text, values);
const minutes = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at));
const hash = () => Buffer.from(uuidv7().replaceAll("-", ""), "hex");
const bare = (wire: string) => wire.slice(-36);

async function addMember({ organizationId }: Tenant, name: string, at: number): Promise<string> {
  const id = uuidv7();
  const email = `${name}@example.test`.toLowerCase();
  await run(`INSERT INTO member (id, organization_id, origin, status, email, email_key, name, created_at, updated_at) VALUES ($1, $2, 'scim', 'active', $3, $3, $4, $5, $5)`, [id, organizationId, email, name, minutes(at)]);
  return id;
}

async function addRegistration(tenant: Tenant, memberId: string, name: string, connectionId = tenant.connectionId): Promise<string> {
  const id = uuidv7();
  await run(`INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes) VALUES ($1, $2, $3, $4, $5, lower($5), '{}')`, [id, connectionId, tenant.organizationId, memberId, `${name}-${id}`]);
  return id;
}

async function addGroup({ organizationId, connectionId }: Tenant, name: string, at: number): Promise<string> {
  const id = uuidv7();
  await run(`INSERT INTO idp_group (id, connection_id, organization_id, display_name, display_name_key, created_at, updated_at) VALUES ($1, $2, $3, $4, lower($4), $5, $5)`, [id, connectionId, organizationId, name, minutes(at)]);
  return id;
}

const departureOf = async ({ tenant, brakeCase }: Ids, name: string, at: number) => {
  const memberId = await addMember(tenant, name, at);
  const values = [uuidv7(), tenant.organizationId, tenant.connectionId, brakeCase, memberId, await addRegistration(tenant, memberId, name), minutes(at)];
  return run(`INSERT INTO departure (id, organization_id, connection_id, case_id, member_id, registration_id, kind, state, at) VALUES ($1, $2, $3, $4, $5, $6, 'deactivate', 'released', $7)`, values);
};
const adoptionOf = async ({ tenant, members }: Ids, name: string, at: number) => {
  const values = [uuidv7(), tenant.organizationId, tenant.connectionId, members[0], name, `${name}@example.test`, minutes(at)];
  return run(`INSERT INTO adoption (id, organization_id, connection_id, member_id, user_name, user_name_key, email, name, reason, created_at) VALUES ($1, $2, $3, $4, $5, lower($5), $6, $5, 'email', $7)`, values);
};
const caseOf = ({ organizationId, connectionId }: Tenant, at: number, id = uuidv7()) =>
  run(`INSERT INTO brake_case (id, organization_id, connection_id, status, mode, people, percent, base, opened_at, closed_at) VALUES ($1, $2, $3, 'closed', 'suspend', 10, 10, 100, $4, $4)`, [id, organizationId, connectionId, minutes(at)]);

let sequence = 0;
async function addEvent({ organizationId }: Tenant): Promise<string> {
  const id = uuidv7();
  sequence += 1;
  const payload = { event_id: `webhook-event-${id}`, organization_id: `organization-${organizationId}`, action: "CREATE", object_type: "member", source: "SCIM", id: `member-${id}`, timestamp: minutes(sequence).toISOString(), vertical: "B2B" };
  await run(`INSERT INTO event (id, organization_id, type, object_id, payload, sequence, number) VALUES ($1, $2, 'scim.member.create', $1, $3, $4, $4)`, [id, organizationId, JSON.stringify(payload), sequence]);
  return id;
}

/** How each list is filled, and how its rows go. A list of the API that is missing here fails below. */
const walks: Record<string, (ids: Ids) => Walk> = {
  "organizations.search": () => ({
    list: "organizations",
    key: "organization_id",
    body: { query: { operator: "AND", operands: [{ filter_name: "organization_name_fuzzy", filter_value: "walked" }] } },
    add: (name, at) => run(`INSERT INTO organization (id, name, slug, created_at) VALUES ($1, $2, $3, $4)`, [uuidv7(), `walked ${name}`, `walked-${uuidv7()}`, minutes(at)]),
    remove: (key) => run(`DELETE FROM organization WHERE id = $1`, [bare(key)]),
  }),
  "organizations.members.list": ({ tenant }) => members(tenant),
  "organizations.members.search": ({ tenant }) => ({ ...members(tenant), params: {}, body: { organization_ids: [tenant.slug] } }),
  "organizations.groups.list": ({ tenant }) => ({
    list: "groups",
    key: "group_id",
    params: { organization: tenant.slug },
    add: (name, at) => addGroup(tenant, name, at),
    remove: (key) => run(`DELETE FROM idp_group WHERE id = $1`, [bare(key)]),
  }),
  "scim.connection.getGroups": ({ tenant }) => ({
    list: "scim_groups",
    key: "group_id",
    params: { organization: tenant.slug, connection: tenant.connectionId },
    add: (name, at) => addGroup(tenant, name, at),
    remove: (key) => run(`DELETE FROM idp_group WHERE id = $1`, [bare(key)]),
  }),
  "organizations.groups.members": ({ tenant, group }) => ({
    list: "members",
    key: "member_id",
    params: { organization: tenant.slug, group },
    add: async (name, at) => {
      const memberId = await addMember(tenant, name, at);
      return run(`INSERT INTO group_membership (group_id, registration_id, connection_id) VALUES ($1, $2, $3)`, [group, await addRegistration(tenant, memberId, name), tenant.connectionId]);
    },
    remove: (key) => run(`DELETE FROM group_membership USING registration r WHERE r.id = registration_id AND r.member_id = $1`, [bare(key)]),
  }),
  "organizations.audit": ({ tenant }) => ({ ...audit(tenant), params: { organization: tenant.slug } }),
  "audit.list": ({ tenant }) => ({ ...audit(tenant), query: { search: tenant.slug } }),
  "scim.connection.adoptions.list": (ids) => ({
    list: "adoptions",
    key: "adoption_id",
    params: { organization: ids.tenant.slug, connection: ids.tenant.connectionId },
    add: (name, at) => adoptionOf(ids, name, at),
    remove: (key) => run(`UPDATE adoption SET status = 'apart' WHERE id = $1`, [key]),
  }),
  "scim.connection.move.people": ({ tenant, target }) => ({
    list: "people",
    key: "member_id",
    params: { organization: tenant.slug, connection: tenant.connectionId },
    query: { outcome: "only_new" },
    add: async (name, at) => addRegistration(tenant, await addMember(tenant, name, at), name, target),
    remove: (key) => run(`DELETE FROM registration WHERE member_id = $1`, [bare(key)]),
  }),
  "scim.connection.brake.cases.list": ({ tenant }) => ({
    list: "brake_cases",
    key: "brake_case_id",
    params: { organization: tenant.slug, connection: tenant.connectionId },
    add: (_, at) => caseOf(tenant, at),
    remove: (key) => run(`DELETE FROM brake_case WHERE id = $1`, [bare(key)]),
  }),
  "scim.connection.brake.cases.departures": (ids) => ({
    list: "departures",
    key: "departure_id",
    params: { organization: ids.tenant.slug, connection: ids.tenant.connectionId, case: `brake-case-${ids.brakeCase}` },
    add: (name, at) => departureOf(ids, name, at),
    remove: (key) => run(`DELETE FROM departure WHERE id = $1`, [key]),
  }),
  "scim.requests.list": ({ tenant }) => ({
    list: "scim_requests",
    key: "scim_request_id",
    params: { organization: tenant.slug },
    add: (_, at) =>
      run(`INSERT INTO scim_request (id, organization_id, connection_id, received_at, method, path, operation, status, duration_ms) VALUES ($1, $2, $3, $4, 'GET', '/Users', 'list', 200, 1)`, [uuidv7(), tenant.organizationId, tenant.connectionId, minutes(at)]),
    remove: (key) => run(`DELETE FROM scim_request WHERE id = $1`, [bare(key)]),
  }),
  "organizations.setupLinks.list": ({ tenant }) => ({
    list: "setup_links",
    key: "setup_link_id",
    params: { organization: tenant.slug },
    add: (_, at) => run(`INSERT INTO setup_link (id, organization_id, may_create, token_hash, created_at, created_by, expires_at) VALUES ($1, $2, true, $3, $4, 'x', $4)`, [uuidv7(), tenant.organizationId, hash(), minutes(at)]),
    remove: (key) => run(`DELETE FROM setup_link WHERE id = $1`, [bare(key)]),
  }),
  "sessions.get": (ids) => ({ ...sessions(ids), query: { organization_id: ids.tenant.slug, member_id: `member-${ids.members[0]}`, include_ended: "true" } }),
  "organizations.members.sessions.list": (ids) => ({ ...sessions(ids), params: { organization: ids.tenant.slug, member: `member-${ids.members[0]}` }, query: { include_ended: "true" } }),
  "webhooks.deliveries.list": ({ tenant, endpoint }) => ({
    list: "deliveries",
    key: "delivery_id",
    params: { endpoint: `webhook-endpoint-${endpoint}` },
    add: async (_, at) => run(`INSERT INTO delivery (id, event_id, endpoint_id, status, created_at) VALUES ($1, $2, $3, 'delivered', $4)`, [uuidv7(), await addEvent(tenant), endpoint, minutes(at)]),
    remove: (key) => run(`DELETE FROM delivery WHERE id = $1`, [bare(key)]),
  }),
  "events.list": ({ tenant }) => ({
    list: "events",
    key: "event_id",
    query: { organization_id: tenant.slug },
    // Events only ever come at the end, and go from the beginning.
    add: () => addEvent(tenant),
    remove: () => run(`DELETE FROM event WHERE organization_id = $1 AND sequence = (SELECT min(sequence) FROM event WHERE organization_id = $1)`, [tenant.organizationId]),
  }),
};

const members = (tenant: Tenant): Walk => ({
  list: "members",
  key: "member_id",
  params: { organization: tenant.slug },
  add: (name, at) => addMember(tenant, name, at),
  remove: (key) => run(`DELETE FROM member WHERE id = $1`, [bare(key)]),
});
const audit = ({ organizationId, slug }: Tenant): Walk => ({
  list: "audit_entries",
  key: "audit_entry_id",
  add: (_, at) => run(`INSERT INTO audit_entry (id, organization_id, at, actor_type, actor_label, action, target_type, target_id) VALUES ($1, $2, $3, 'system', $4, 'walk.step', 'member', 'x')`, [uuidv7(), organizationId, minutes(at), slug]),
  remove: (key) => run(`DELETE FROM audit_entry WHERE id = $1`, [bare(key)]),
});
const sessions = ({ tenant, members: [member] }: Ids): Walk => ({
  list: "member_sessions",
  key: "member_session_id",
  add: (_, at) => run(`INSERT INTO member_session (id, organization_id, member_id, token_hash, started_at, expires_at) VALUES ($1, $2, $3, $4, $5, $5::timestamptz + interval '100 years')`, [uuidv7(), tenant.organizationId, member, hash(), minutes(at)]),
  remove: (key) => run(`DELETE FROM member_session WHERE id = $1`, [bare(key)]),
});

/** Every order that a list can be asked for. */
const orders: Record<string, Record<string, string>[]> = {
  "organizations.members.list": ["name", "email", "status", "created", "updated"].flatMap((sort): Record<string, string>[] => [{ sort, order: "asc" }, { sort, order: "desc" }, { sort, order: "asc", status: "active", search: "person" }]),
  "organizations.groups.list": ["name", "members", "updated"].flatMap((sort) => [{ sort, order: "asc" }, { sort, order: "desc" }]),
};

const walked = operations.filter(({ answer }) => typeof answer !== "string" && ("next_cursor" in answer.shape || "results_metadata" in answer.shape));
let headers: Record<string, string>;

async function makeIds(): Promise<Ids> {
  const tenant = await createTenant({ name: "Walk" });
  const [endpoint, brakeCase, target] = [uuidv7(), uuidv7(), uuidv7()];
  await run(`INSERT INTO webhook_endpoint (id, url, event_types, organization_ids) VALUES ($1, 'https://a.test', '{}', '{}')`, [endpoint]);
  await run(`INSERT INTO connection (id, organization_id, display_name, identity_provider) VALUES ($1, $2, 'Next', 'okta')`, [target, tenant.organizationId]);
  await run(`INSERT INTO connection_move (id, organization_id, from_connection_id, to_connection_id, started_by) VALUES ($1, $2, $3, $4, 'x')`, [uuidv7(), tenant.organizationId, tenant.connectionId, target]);
  return { tenant, members: [], registrations: [], group: "", endpoint, brakeCase, target };
}

const name = (letter: string, at: number) => `${letter} person ${String(at).padStart(2, "0")}`;

async function walk(id: string, query: Record<string, string>): Promise<{ seen: string[]; before: string[]; gone: Set<string>; cursors: string[] }> {
  const ids = await makeIds();
  // Only the lists that need them: where members are listed, nobody else is there.
  if (/adoption|session/.test(id)) ids.members = [await addMember(ids.tenant, "m member", 0)];
  if (/groups\.members/.test(id)) ids.group = await addGroup(ids.tenant, "g", 0);
  if (/departures/.test(id)) await caseOf(ids.tenant, 0, ids.brakeCase);
  const steps = walks[id]?.(ids);
  if (!steps) throw new Error(`${id} has no walk`);
  for (let at = 1; at <= 9; at += 1) await steps.add(name("m", at), at);
  const page = async (cursor?: string, limit = 2) => {
    const { method } = operationOf(id);
    const part = { limit: method === "GET" ? String(limit) : limit, ...(cursor && { [id === "events.list" ? "after" : "cursor"]: cursor }) };
    const given = method === "GET" ? { query: { ...steps.query, ...query, ...(part as Record<string, string>) } } : { body: { ...steps.body, ...part } };
    const { status, body } = await callApi(operationOf(id), { params: steps.params ?? {}, headers, ...given });
    expect([status, body.error_message]).toEqual([200, undefined]);
    const next = (body.results_metadata as { next_cursor: string | null } | undefined) ?? (body as { next_cursor: string | null });
    return { keys: (body[steps.list] as Record<string, string>[]).map((row) => String(row[steps.key])), next: next.next_cursor };
  };
  const before = (await page(undefined, 50)).keys;
  const [seen, gone, cursors]: [string[], Set<string>, string[]] = [[], new Set(), []];
  for (let cursor: string | undefined = undefined, at = 10; ; at += 1) {
    const { keys, next } = await page(cursor);
    seen.push(...keys);
    const [first = ""] = keys;
    if (id === "events.list" ? keys.length === 0 : next === null) return { seen, before, gone, cursors };
    if (at < 13) {
      await steps.add(name("a", at), -at);
      await steps.add(name("z", at), at);
      await steps.remove(first);
      gone.add(first);
    }
    cursor = next ?? undefined;
    cursors.push(String(next));
  }
}

beforeAll(async () => {
  headers = await credentialHeaders();
});

describe("A walk by cursor", () => {
  it.each(walked.map(({ id }) => id))("%s shows every row once while rows come and go on both sides, in every order", async (id) => {
    for (const query of orders[id] ?? [{}]) {
      const { seen, before, cursors } = await walk(id, query);
      expect(before.length).toBe(9);
      expect(new Set(seen).size, `${JSON.stringify(query)} repeats`).toBe(seen.length);
      // In the order of the one big page, too.
      expect(seen.filter((key) => before.includes(key))).toEqual(before);
      expect(new Set(cursors).size).toBe(cursors.length);
    }
  }, 60_000);

  it.each(walked.filter(({ id }) => id !== "events.list").map(({ id }) => id))("%s refuses a cursor that it did not give", async (id) => {
    const ids = { ...(await makeIds()), members: [] as string[] };
    ids.members = [await addMember(ids.tenant, "m", 0)];
    ids.group = await addGroup(ids.tenant, "g", 0);
    await caseOf(ids.tenant, 0, ids.brakeCase);
    const steps = walks[id]?.(ids);
    const forged = ["x", "[]", '["members-name-asc"]', '["members-name-asc","a","nobody"]', '["groups-members-asc","9999999999999999999","a","x"]', '["members-created-asc","2026-99-99T00:00:00Z","00000000-0000-7000-8000-000000000000"]', '["2026-99-99T00:00:00.000Z","x"]', `2026-01-01T00:00:00.000Z ${"-".repeat(36)}`, "99999999999999.x"];
    for (const cursor of [...forged, ...forged.map((text) => Buffer.from(text).toString("base64url"))]) {
      const isGet = operationOf(id).method === "GET";
      const given = isGet ? { query: { ...steps?.query, cursor } } : { body: { ...steps?.body, cursor } };
      const { status, body } = await callApi(operationOf(id), { params: steps?.params ?? {}, headers, ...given });
      expect([cursor, status, body.error_type]).toEqual([cursor, 400, "invalid_cursor"]);
    }
  }, 30_000);
});
