import { expect, it } from "vitest";
import { standardSchemas } from "../find-schemas";
import { parseProjection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ConnectionScope } from "@/lib/scope";
import { presentUser } from "./present-user";
import { writeUsers } from "./write-users";

const call = { scope: { baseUrl: "https://scim.example/api/scim/1" } as ConnectionScope, schemas: standardSchemas };
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const odd = ['"', "\\", "\u0000\u0001\u001f", "\u2028\u2029", "\u007f", "é", "😀", "\ud800", "</script>", " ", "a", "\t\r\n\b\f"];

/** The same oddities each time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

it("people written as text are, to the byte, what the presenter says of them", () => {
  const random = createRandom(11);
  const text = (): string => Array.from({ length: random(6) }, () => odd[random(odd.length)]).join("");
  const person = (): Resource => ({
    userName: text(),
    ...(random(2) ? { name: { givenName: text() }, emails: [{ value: text(), primary: true }], active: random(2) === 0 } : {}),
    ...(random(3) ? {} : { undeclared: text() }),
    ...(random(9) ? {} : { meta: text() }),
    ...(random(2) ? { [enterprise]: { department: text(), ...(random(2) ? { manager: { value: text() } } : {}), ...(random(5) ? {} : { undeclared: 1 }) } } : {}),
    ...(random(5) ? {} : { "urn:example:unknown": { a: text() } }),
  });
  for (let round = 0; round < 500; round++) {
    const groups = Array.from({ length: random(4) }, () => ({ group: { id: crypto.randomUUID(), display: text() }, type: random(2) ? ("direct" as const) : ("indirect" as const) }));
    const manager = random(2) ? { id: crypto.randomUUID(), display: text() } : null;
    const attributes = person();
    const row = { id: crypto.randomUUID(), position: "1", attributes: JSON.stringify(attributes), standard: 0 as const, version: random(99), createdAt: random(2_000_000_000) * 1000 + random(1000), updatedAt: Date.now(), manager };
    const projection = parseProjection(standardSchemas.user, {});
    const stored = { ...row, attributes, memberId: "", active: true, kept: false, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt), groups: groups.map(({ group, type }) => ({ ...group, type })) };
    expect(writeUsers(call, { rows: [row], groupsOf: () => groups }, projection)).toEqual([JSON.stringify(presentUser(call, stored, projection))]);
  }
});
