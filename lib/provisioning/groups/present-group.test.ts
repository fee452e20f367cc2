import { expect, it } from "vitest";
import { standardSchemas } from "../find-schemas";
import { parseProjection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ConnectionScope } from "@/lib/scope";
import { answerGroup, answerGroupRoll } from "./present-group";

const call = { scope: { baseUrl: "https://scim.example/api/scim/1" } as ConnectionScope, schemas: standardSchemas };
const odd = ['"', "\\", "\u0000\u0001\u001f", "\u2028\u2029", "\u007f", "é", "😀", "\ud800", "</script>", " ", "a", "\t\r\n\b\f"];

/** The same oddities each time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

it("a group written as text is, to the byte, what the presenter says of it", () => {
  const random = createRandom(7);
  const text = (): string => Array.from({ length: random(6) }, () => odd[random(odd.length)]).join("");
  for (let round = 0; round < 300; round++) {
    const members = Array.from({ length: random(4) }, () => ({ id: crypto.randomUUID(), display: random(5) === 0 ? null : text(), type: random(3) === 0 ? ("Group" as const) : ("User" as const) }));
    const attributes: Resource = { displayName: text(), ...(random(2) ? { externalId: text() } : {}), ...(random(3) ? {} : { undeclared: text() }) };
    const group = { id: crypto.randomUUID(), attributes, version: random(99), createdAt: new Date(random(2_000_000_000)), updatedAt: new Date() };
    for (const query of [{}, { attributes: "members" }, { attributes: "members.value,displayName" }, { excludedAttributes: "members.display" }, { excludedAttributes: "externalId" }]) {
      const projection = parseProjection(standardSchemas.group, query);
      const { body, ...whole } = answerGroup(call, 200, { ...group, members }, projection);
      const { body: values, text: written, ...answer } = answerGroupRoll(call, 200, { group, members, many: false }, projection);
      expect(written ?? JSON.stringify(values)).toBe(JSON.stringify(body));
      expect(written === undefined).toBe(Object.keys(query).length > 0);
      expect(answer).toEqual(whole);
    }
  }
});
