import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/scim/resource/resource";
import { createTenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

test("A page says of each person, in the same order, what the person's own address says: groups in groups, managers and all", async () => {
  const acme = await createTenant();
  const ids: string[] = [];
  for (let n = 0; n < 7; n++) {
    const body = { userName: `page${n}@example.com`, ...(n > 1 ? { [enterprise]: { manager: { value: ids[n % 2] }, department: 'R&D "x"\\' } } : { displayName: "Üñí\u0001\u2028" }), ...(n === 3 ? { "urn:example:other": { a: 1 } } : {}) };
    ids.push(String((await callScim(acme, "POST", "/Users", body)).body.id));
  }
  const group = async (displayName: string, ...members: string[]): Promise<string> =>
    String((await callScim(acme, "POST", "/Groups", { displayName, members: members.map((value) => ({ value })) })).body.id);
  // Two ways lead from the innermost to the outermost one; somebody is in that directly, too.
  const inner = await group('In "ner"', ids[0] ?? "", ids[1] ?? "", ids[2] ?? "");
  const other = await group("Other", ids[2] ?? "", inner);
  await group("Outer", ids[3] ?? "", ids[2] ?? "", other, inner);
  await group("Empty");
  const alone = await Promise.all(ids.map(async (id) => (await callScim(acme, "GET", `/Users/${id}`)).text));
  expect(alone[1]).toContain('"indirect"');
  const read = async (target: string): Promise<{ text: string; body: JsonObject }> => {
    const body = (await callScim(acme, "GET", target)).body;
    // Without the blanks between, which mean nothing.
    return { body, text: JSON.stringify(body) };
  };
  const total = ids.length;
  const listed = (from: number, to: number, head: string): string => `{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":${total},${head},"Resources":[${alone.slice(from, to).join(",")}]}`;
  expect((await read("/Users")).text).toBe(listed(0, total, `"startIndex":1,"itemsPerPage":${total}`));
  expect((await read("/Users?startIndex=3&count=2")).text).toBe(listed(2, 4, '"startIndex":3,"itemsPerPage":2'));
  expect((await read("/Users?startIndex=6&count=2")).text).toBe(listed(5, 7, '"startIndex":6,"itemsPerPage":2'));
  expect((await read("/Users?count=0")).text).toBe(listed(0, 0, '"startIndex":1,"itemsPerPage":0'));
  expect((await read(`/Users?startIndex=90`)).text).toBe(listed(0, 0, '"startIndex":90,"itemsPerPage":0'));
  expect((await read('/Users?filter=userName sw "page"&sortBy=userName&sortOrder=descending&count=1')).text).toBe(listed(6, 7, '"startIndex":1,"itemsPerPage":1'));
  const first = await read("/Users?cursor&count=3");
  expect(first.text).toBe(listed(0, 3, `"itemsPerPage":3,"nextCursor":${JSON.stringify(first.body.nextCursor)}`));
  const next = await read(`/Users?cursor=${String(first.body.nextCursor)}&count=3`);
  expect(next.text).toContain(`"Resources":[${alone.slice(3, 6).join(",")}]`);
  // What shows only part of people goes another way.
  const names = await read("/Users?attributes=userName,groups&count=3");
  expect((names.body.Resources as JsonObject[]).map((each) => each.groups)).toEqual(alone.slice(0, 3).map((text) => (JSON.parse(text ?? "") as JsonObject).groups));
});
