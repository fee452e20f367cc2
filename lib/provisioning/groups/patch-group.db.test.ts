import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pool } from "@/lib/db/client";
import type { JsonObject, JsonValue } from "@/lib/scim/resource/resource";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
});

const addUser = async (tenant: Tenant, userName: string): Promise<string> => String((await callScim(tenant, "POST", "/Users", { userName })).body.id);
const addGroup = async (tenant: Tenant, displayName: string, members: string[] = []): Promise<string> =>
  String((await callScim(tenant, "POST", "/Groups", { displayName, members: members.map((value) => ({ value })) })).body.id);
const patch = async (tenant: Tenant, group: string, ...Operations: JsonValue[]): Promise<number> =>
  (await callScim(tenant, "PATCH", `/Groups/${group}`, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations })).status;
const membersOf = async (tenant: Tenant, group: string): Promise<string[]> => {
  const { body } = await callScim(tenant, "GET", `/Groups/${group}`);
  return ((body.members ?? []) as JsonObject[]).map((member) => String(member.value)).sort();
};
const versionOf = async (group: string): Promise<number> => (await pool().query<{ version: number }>("select version from idp_group where id = $1", [group])).rows[0]?.version ?? 0;
const eventsOf = async (group: string): Promise<string[]> =>
  (await pool().query<{ type: string }>("select type from event where object_id = $1 order by position", [group])).rows.map((row) => row.type);
const add = (id: string): JsonValue => ({ op: "add", path: "members", value: [{ value: id }] });
const remove = (id: string): JsonValue => ({ op: "remove", path: `members[value eq "${id}"]` });

describe("Membership of a group", () => {
  test("Twenty parallel PATCHes that add different people all arrive", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, at) => addUser(acme, `parallel${at}@example.com`)));
    const group = await addGroup(acme, "Parallel");
    const statuses = await Promise.all(people.map((id) => patch(acme, group, add(id))));
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(await membersOf(acme, group)).toEqual([...people].sort());
    expect(await versionOf(group)).toBe(21);
    expect((await eventsOf(group)).filter((type) => type === "scim.idp_group.member_add")).toHaveLength(20);
  });

  test("PATCHes that wait for one another become one statement, and each has its own version, call and events", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, at) => addUser(acme, `joint${at}@example.com`)));
    const [group, mapped] = [await addGroup(acme, 'The "joint"\t<one>', people.slice(0, 3)), await addGroup(acme, "Joint, by the full statement")];
    const before = await versionOf(group);
    const query = vi.spyOn(pg.Client.prototype, "query");
    const operations = [...people.slice(0, 3).map(remove), ...people.slice(3).map(add), add(people[11] ?? "")];
    const replies = await Promise.all(operations.map((operation) => callScim(acme, "PATCH", `/Groups/${group}`, { Operations: [operation] })));
    const written = query.mock.calls.filter(([statement]) => (statement as unknown as { name?: string }).name === "change-plain-members").length;
    vi.restoreAllMocks();
    // The first one alone, those who came meanwhile, and who was named twice.
    expect(written).toBeLessThan(5);
    expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 13 }, () => 204));
    const versions = replies.map((reply) => Number(/\d+/.exec(reply.headers.ETag ?? "")?.[0]));
    // Who was there already changed nothing: the same version as before.
    expect([...new Set(versions)].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => before + 1 + at));
    expect(await membersOf(acme, group)).toEqual(people.slice(3).sort());
    const { rows } = await pool().query("select type, member_id, request_id, payload from event where object_id = $1 and type <> 'scim.idp_group.create' order by position", [group]);
    const calls = replies.map((reply) => String(reply.headers["X-Request-Id"]).replace("request-id-", ""));
    const told = rows.slice(3).map((row) => row.request_id);
    expect([told.length, told.every((id) => calls.includes(id)), new Set(told).size]).toEqual([12, true, 12]);
    // The full statement says the same of the same person.
    await patch(acme, mapped, { op: "replace", path: "members", value: [{ value: people[5] ?? "" }] });
    const full = (await pool().query("select member_id, payload from event where object_id = $1 and type like '%member_add'", [mapped])).rows[0];
    const same = rows.find((row) => row.member_id === full.member_id).payload;
    const whatever = { event_id: "", id: "", timestamp: "" };
    expect({ ...same, ...whatever, idp_group: null }).toEqual({ ...full.payload, ...whatever, idp_group: null });
    expect(same).toMatchObject({ id: group, event_id: expect.stringMatching(/^event-[0-9a-f-]{36}$/), idp_group: { ...full.payload.idp_group, group_id: group, group_name: 'The "joint"\t<one>' } });
  });

  test("Adding, removing and renaming in parallel loses nothing and dead-locks nobody", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, at) => addUser(acme, `mixed${at}@example.com`)));
    const [stay, go] = [people.slice(0, 10), people.slice(10)];
    const group = await addGroup(acme, "Mixed", go);
    const statuses = await Promise.all([
      ...stay.map((id) => patch(acme, group, add(id), { op: "replace", path: "displayName", value: `Mixed ${id}` })),
      ...go.map((id) => patch(acme, group, remove(id))),
      ...people.map((id) => patch(acme, group, { op: "replace", path: "externalId", value: id })),
    ]);
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(await membersOf(acme, group)).toEqual([...stay].sort());
  });

  test("What changes nothing makes no event and no version", async () => {
    const person = await addUser(acme, "still@example.com");
    const group = await addGroup(acme, "Still", [person]);
    const [version, events] = [await versionOf(group), await eventsOf(group)];
    const stranger = "00000000-0000-4000-8000-00000000dead";
    const okta: JsonValue = { op: "replace", value: { id: group, displayName: "Still" } };
    const pushNow: JsonValue = { op: "replace", path: "members", value: [{ value: person }] };
    for (const operation of [add(person), remove(stranger), okta, pushNow]) {
      expect(await patch(acme, group, operation)).toBe(204);
    }
    expect(await versionOf(group)).toBe(version);
    expect(await eventsOf(group)).toEqual(events);
  });

  test("One event for each person who comes or leaves, none for the others", async () => {
    const [first, second, third] = await Promise.all(["one", "two", "three"].map((name) => addUser(acme, `${name}@events.example.com`)));
    const group = await addGroup(acme, "Events", [String(first), String(second)]);
    await patch(acme, group, { op: "replace", path: "members", value: [{ value: String(second) }, { value: String(third) }] });
    expect((await eventsOf(group)).slice(1).sort()).toEqual([
      "scim.idp_group.member_add",
      "scim.idp_group.member_add",
      "scim.idp_group.member_add",
      "scim.idp_group.member_delete",
    ]);
    expect(await membersOf(acme, group)).toEqual([String(second), String(third)].sort());
  });

  test("An id of another tenant counts as unknown, and the known ones are added", async () => {
    const [mine, theirs] = [await addUser(acme, "mine@example.com"), await addUser(other, "theirs@example.com")];
    const group = await addGroup(acme, "Tenants");
    expect(await patch(acme, group, { op: "add", path: "members", value: [{ value: theirs }, { value: mine }, { value: "nobody" }] })).toBe(204);
    expect(await membersOf(acme, group)).toEqual([mine]);
    expect(await patch(other, group, add(theirs))).toBe(404);
    expect((await callScim(other, "PUT", `/Groups/${group}`, { displayName: "Taken over", members: [] })).status).toBe(404);
    expect((await callScim(other, "DELETE", `/Groups/${group}`)).status).toBe(404);
    expect(await membersOf(acme, group)).toEqual([mine]);
  });

  test("A PATCH whose last operation is bad changes nothing", async () => {
    const person = await addUser(acme, "atomic@example.com");
    const group = await addGroup(acme, "Atomic");
    expect(await patch(acme, group, add(person), { op: "replace", path: "displayName", value: "Renamed" }, { op: "nonsense", path: "displayName" })).toBe(400);
    expect(await membersOf(acme, group)).toEqual([]);
    const taken = await addGroup(acme, "Taken");
    expect(await patch(acme, group, add(person), { op: "replace", path: "displayName", value: "tAKEN" })).toBe(409);
    expect(await membersOf(acme, group)).toEqual([]);
    expect(await versionOf(taken)).toBe(1);
  });

  test("A group inside a group gives indirect groups; a circle is refused", async () => {
    const person = await addUser(acme, "nested@example.com");
    const inner = await addGroup(acme, "Inner", [person]);
    const outer = await addGroup(acme, "Outer", [inner]);
    const { body } = await callScim(acme, "GET", `/Users/${person}`);
    expect((body.groups as JsonObject[]).map(({ display, type }) => [display, type])).toEqual([["Inner", "direct"], ["Outer", "indirect"]]);
    const before = await membersOf(acme, inner);
    const another = await addUser(acme, "circle@example.com");
    expect(await patch(acme, inner, { op: "add", path: "members", value: [{ value: another }, { value: outer }] })).toBe(400);
    expect(await membersOf(acme, inner)).toEqual(before);
    expect(await patch(acme, outer, remove(inner))).toBe(204);
    expect(await membersOf(acme, outer)).toEqual([]);
  });

  test("PUT replaces the members, and a group that is deleted leaves its people", async () => {
    const [first, second] = [await addUser(acme, "put1@example.com"), await addUser(acme, "put2@example.com")];
    const group = await addGroup(acme, "Put", [first]);
    const replaced = await callScim(acme, "PUT", `/Groups/${group}`, { displayName: "Put", members: [{ value: second, display: null }] });
    expect([replaced.status, (replaced.body.members as JsonObject[]).map((each) => each.value)]).toEqual([200, [second]]);
    expect((await callScim(acme, "DELETE", `/Groups/${group}`)).status).toBe(204);
    expect((await callScim(acme, "DELETE", `/Groups/${group}`)).status).toBe(404);
    expect((await callScim(acme, "GET", `/Users/${second}`)).status).toBe(200);
    expect((await eventsOf(group)).at(-1)).toBe("scim.idp_group.delete");
  });
});

describe("Role mappings follow the group", () => {
  const mappingsOf = async (): Promise<unknown[]> =>
    (await pool().query("select group_id, group_name from role_mapping where connection_id = $1 order by group_name", [acme.connectionId])).rows;

  test("A mapping that was typed first is claimed, survives a rename and a deletion, and matches again", async () => {
    await pool().query(
      `insert into role_mapping (id, organization_id, connection_id, group_name, group_name_key, role_id)
       values (gen_random_uuid(), $1, $2, 'Admins', 'admins', '00000000-0000-7000-8000-000000000001')`,
      [acme.organizationId, acme.connectionId],
    );
    await addGroup(other, "Admins");
    expect(await mappingsOf()).toEqual([{ group_id: null, group_name: "Admins" }]);
    const group = await addGroup(acme, "ADMINS");
    expect(await mappingsOf()).toEqual([{ group_id: group, group_name: "ADMINS" }]);
    await patch(acme, group, { op: "replace", path: "displayName", value: "Owners" });
    expect(await mappingsOf()).toEqual([{ group_id: group, group_name: "Owners" }]);
    await callScim(acme, "DELETE", `/Groups/${group}`);
    expect(await mappingsOf()).toEqual([{ group_id: null, group_name: "Owners" }]);
    const again = await addGroup(acme, "owners");
    expect(await mappingsOf()).toEqual([{ group_id: again, group_name: "owners" }]);
  });
});
