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

type Kept = { id: string; text: string; attributes: Resource; standard: 0 | 1 | 2 };

/** What PostgreSQL makes of people's attributes: their text, and what the column `standard` says of them. */
async function keep(people: readonly Resource[]): Promise<Kept[]> {
  const column = await pool().query<{ expression: string }>(
    `SELECT pg_get_expr(adbin, adrelid) AS expression FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum WHERE adrelid = 'registration'::regclass AND attname = 'standard'`,
  );
  const { rows } = await pool().query<Kept>(
    `SELECT gen_random_uuid() AS id, attributes::text AS text, attributes, ${column.rows[0]?.expression} AS standard FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS each (attributes, nth) ORDER BY nth`,
    [JSON.stringify(people)],
  );
  return rows;
}

test("a person whose attributes are sent as PostgreSQL writes them is the one that the presenter shows", async () => {
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
  kept.forEach(({ id, text, attributes, standard }, at) => {
    const manager = managers[at] ?? null;
    const row = { id, position: "1", version: random(99), createdAt: random(2_000_000_000) * 1000 + random(1000), updatedAt: Date.now(), manager };
    const stored = { ...row, attributes, memberId: "", active: true, kept: false, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt), groups: [] };
    const [written = ""] = writeUsers(call, { rows: [{ ...row, attributes: text, standard }], groupsOf: () => [] }, projection);
    const presented = presentUser(call, stored, projection);
    expect(JSON.parse(written)).toEqual(presented);
    expect(Object.keys(JSON.parse(written) as Resource)).toEqual(Object.keys(presented));
  });
  // Most people are sent so, also with a manager: else this shows nothing.
  const ready = kept.filter(({ standard }) => standard !== 0);
  expect(ready.length).toBeGreaterThan(300);
  expect(ready.filter(({ text }) => text.includes('"manager": {')).length).toBeGreaterThan(100);
});

test("whatever a standard schema declares is known as such, and whatever a resource may not hold is not", async () => {
  const ours = ["schemas", "id", "groups", "members", "meta", "password"];
  const declared = [...userResource.declared].filter((name) => !ours.includes(name));
  const one = (name: string): Resource => (name.startsWith(enterprise) ? { [enterprise]: name === enterprise ? {} : { [name.slice(enterprise.length + 1)]: "x" } } : { [name]: "x" });
  const standard = async (people: Resource[]): Promise<number[]> => (await keep(people)).map((each) => each.standard);
  expect(await standard(declared.map(one))).toEqual(declared.map((name) => (name.startsWith(enterprise) ? 2 : 1)));
  const others: Resource[] = [...ours.map(one), { [enterprise]: "x" }, { [enterprise]: { x: "x" } }, { [enterprise]: ["x"] }, { [enterprise.toUpperCase()]: {} }, { userName: "x", x: 1 }];
  expect(await standard(others)).toEqual(others.map(() => 0));
});
