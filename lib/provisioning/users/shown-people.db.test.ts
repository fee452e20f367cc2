import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { parseProjection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import { userResource } from "@/lib/scim/schema/resource-schema";
import type { ConnectionScope } from "@/lib/scope";
import { standardSchemas } from "../find-schemas";
import { presentUser } from "./present-user";
import { writeUsers } from "./write-users";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const call = { scope: { baseUrl: "https://scim.example/api/scim/1" } as ConnectionScope, schemas: standardSchemas };
const projection = parseProjection(standardSchemas.user, {});
const odd = ['"', "\\", "\u0001\u001f", "\u2028\u2029", "\u007f", "é", "😀", "</script>", " ", "a", "\t\r\n\b\f", '"manager":{"value":"', ": null", ": 1", "null", "1.0"];

/** The same oddities each time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** What PostgreSQL keeps of people as they are shown, and their attributes as it gives them back. */
async function keep(people: readonly Resource[]): Promise<{ id: string; shown: string | null; attributes: Resource }[]> {
  const { rows } = await pool().query<{ id: string; shown: string | null; attributes: Resource }>(
    `SELECT id, show_person(id, attributes) AS shown, attributes FROM (SELECT gen_random_uuid() AS id, value AS attributes, nth FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS each (value, nth)) people ORDER BY nth`,
    [JSON.stringify(people)],
  );
  return rows;
}

test("what PostgreSQL keeps of a person is, to the byte, what the presenter says of the person", async () => {
  const random = createRandom(7);
  const text = (): string => Array.from({ length: random(6) }, () => odd[random(odd.length)]).join("");
  const managers = Array.from({ length: 1_000 }, () => (random(2) ? { id: crypto.randomUUID(), display: text() } : null));
  const manager = (at: number): Resource => ({ value: managers[at]?.id.toUpperCase() ?? text(), ...(random(6) ? {} : { displayName: text() }) });
  const people = managers.map((_, at): Resource => ({
    userName: text(),
    ...(random(2) ? { name: { givenName: text(), formatted: text() }, emails: [{ value: text(), primary: true, type: "work" }], active: random(2) === 0 } : {}),
    ...(random(9) ? {} : { undeclared: text() }),
    ...(random(9) ? {} : { meta: text() }),
    ...(random(9) ? {} : { phoneNumbers: [{ value: text(), ...(random(2) ? { odd: null } : { odd: [1.5] }) }] }),
    ...(managers[at] || random(2) ? { [enterprise]: { department: text(), ...(managers[at] || random(3) === 0 ? { manager: manager(at) } : {}), ...(random(9) ? {} : { undeclared: 1 }) } } : {}),
    ...(random(9) ? {} : { [enterprise.toUpperCase()]: { department: text() } }),
    ...(random(9) ? {} : { "urn:example:unknown": { a: text() } }),
  }));
  const kept = await keep(people);
  kept.forEach(({ id, shown, attributes }, at) => {
    const row = { id, position: "1", version: random(99), createdAt: random(2_000_000_000) * 1000 + random(1000), updatedAt: Date.now(), manager: managers[at] ?? null };
    const stored = { ...row, attributes, memberId: "", active: true, kept: false, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt), groups: [] };
    const page = { rows: [shown === null ? { ...row, shown, attributes } : { ...row, shown, attributes: null }], groupsOf: () => [] };
    expect(writeUsers(call, page, projection)).toEqual([JSON.stringify(presentUser(call, stored, projection))]);
  });
  // Most people are kept as they are shown, also with a manager: else this shows nothing.
  const ready = kept.filter(({ shown }) => shown !== null);
  expect(ready.length).toBeGreaterThan(300);
  expect(ready.filter(({ attributes }) => JSON.stringify(attributes).includes('"manager":{')).length).toBeGreaterThan(100);
});

test("whatever a standard schema declares is kept as it is shown, and whatever a resource may not hold is not", async () => {
  const ours = ["schemas", "id", "groups", "members", "meta", "password"];
  const declared = [...userResource.declared].filter((name) => !ours.includes(name) && name !== enterprise);
  const one = (name: string): Resource => (name.startsWith(`${enterprise}:`) ? { [enterprise]: { [name.slice(enterprise.length + 1)]: name.endsWith(":manager") ? { value: "x" } : "x" } } : { [name]: "x" });
  const kept = await keep(declared.map(one));
  expect(kept.filter(({ shown }) => shown === null).map(({ attributes }) => attributes)).toEqual([]);
  const others = [...ours.map(one), { [enterprise]: "x" }, { [enterprise]: { manager: "x" } }, { [enterprise]: { manager: {} } }, { [enterprise]: { manager: { value: ["x"] } } }, { userName: null }, { x: 1 }];
  expect((await keep(others)).filter(({ shown }) => shown !== null)).toEqual([]);
});
