import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { evaluateFilter } from "@/lib/scim/filter/evaluate-filter";
import { parseFilter } from "@/lib/scim/filter/parse-filter";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { JsonObject, Resource } from "@/lib/scim/resource/resource";
import { userResource } from "@/lib/scim/schema/resource-schema";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
let acme: Tenant;
let people: Resource[];

// Few values, so that generated filters hit; odd ones, so that escaping and case show.
const words = ["ada", "Ada", "ADA@example.com", "example", "work", "home", "x'y", 'say "hi"', "50%_off", "back\\slash", "Ünï", "true", "5", "é", ""];
const word = fc.constantFrom(...words);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });

const person = fc.record({
  externalId: maybe(word),
  displayName: maybe(word),
  title: maybe(word),
  active: fc.boolean(),
  name: maybe(fc.record({ givenName: maybe(word), familyName: maybe(word) })),
  emails: maybe(fc.array(fc.record({ value: word, type: maybe(fc.constantFrom("work", "home", "Work")), primary: maybe(fc.constant(false)) }), { maxLength: 3 })),
  roles: maybe(fc.array(fc.record({ value: word, display: maybe(word) }), { maxLength: 2 })),
  [enterprise]: maybe(fc.record({ department: maybe(word), employeeNumber: maybe(word), manager: maybe(fc.record({ value: word })) })),
});

const paths = ["userName", "externalId", "displayName", "title", "name.givenName", "name.familyName", "emails.value", "emails.type", "roles.value", "roles.display", "id",
  "meta.resourceType", "meta.version", "meta.location", "groups.display", "groups.value", "groups.type", `${enterprise}:department`, `${enterprise}:manager.value`, `${enterprise}:manager.displayName`, `${enterprise}:manager.$ref`, "schemas", "nickName"];
const quote = (text: string): string => JSON.stringify(text);
const operator = fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
const literal = fc.oneof(word, fc.constantFrom(enterprise, "urn:ietf:params:scim:schemas:core:2.0:User", "Users/"), fc.nat(7).map((at) => `person${at}@example.com`), fc.constantFrom("Team", "Inner", "direct", 'W/"1"', "User"));

const comparison = fc.tuple(fc.constantFrom(...paths), operator, literal).map(([path, op, value]) => `${path} ${op} ${quote(value)}`);
const present = fc.constantFrom(...paths, "emails", "name", "meta", "groups", "active", enterprise + ":manager").map((path) => `${path} pr`);
const boolean = fc.tuple(fc.constantFrom("active", "emails.primary"), fc.constantFrom("eq", "ne"), fc.boolean()).map(([path, op, value]) => `${path} ${op} ${String(value)}`);
const instant = fc.tuple(fc.constantFrom("meta.created", "meta.lastModified"), fc.constantFrom("gt", "ge", "lt", "le", "eq", "ne"), fc.constantFrom("2020-01-01T00:00:00Z", "2099-01-01T00:00:00.123+02:00"))
  .map(([path, op, value]) => `${path} ${op} ${quote(value)}`);
const inElement = fc.tuple(fc.constantFrom("value", "type"), operator, literal).map(([sub, op, value]) => `${sub} ${op} ${quote(value)}`);
const elementFilter = fc.oneof(inElement, fc.constantFrom("type pr", "value pr", "primary eq true"), fc.tuple(inElement, fc.constantFrom("and", "or"), inElement).map((parts) => parts.join(" ")), inElement.map((inner) => `not (${inner})`));
const valuePath = fc.tuple(fc.constantFrom("emails", "groups"), elementFilter).filter(([path, inner]) => path === "emails" || !inner.includes("primary")).map(([path, inner]) => `${path}[${inner}]`);
const leaf = fc.oneof({ weight: 5, arbitrary: comparison }, present, boolean, instant, { weight: 3, arbitrary: valuePath });
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    leaf,
    fc.tuple(tie("filter"), fc.constantFrom("and", "or"), tie("filter")).map(([left, word2, right]) => `(${left}) ${word2} (${right})`),
    tie("filter").map((inner) => `not (${inner})`),
  ),
}));

beforeAll(async () => {
  acme = await createTenant({ name: "Acme" });
  const other = await createTenant({ name: "Other" });
  const resources = fc.sample(person, { numRuns: 60, seed: 7 });
  const ids: string[] = [];
  for (const [at, resource] of resources.entries()) {
    const body = { ...(JSON.parse(JSON.stringify(resource)) as JsonObject), userName: at % 2 ? `person${at}@example.com` : `Person${at}@Example.com` };
    const reply = await callScim(acme, "POST", "/Users", body);
    if (reply.status !== 201) throw new Error(reply.text ?? "");
    ids.push(String(reply.body.id));
    if (at > 40) await callScim(acme, "PATCH", `/Users/${String(reply.body.id)}`, { Operations: [{ op: "add", path: "manager", value: ids[at % 9] }] });
    await callScim(other, "POST", "/Users", body);
  }
  const inner = await callScim(acme, "POST", "/Groups", { displayName: "Inner", members: ids.slice(0, 20).map((value) => ({ value })) });
  await callScim(acme, "POST", "/Groups", { displayName: "Team", members: [{ value: String(inner.body.id) }, ...ids.slice(15, 30).map((value) => ({ value }))] });
  people = (await callScim(acme, "GET", "/Users?count=1000")).body.Resources as Resource[];
}, 60_000);

describe("Filters (RFC 7644 section 3.4.2.2)", () => {
  test("SQL and the pure evaluator select the same people", async () => {
    expect(people.length).toBeGreaterThan(40);
    await fc.assert(
      fc.asyncProperty(filter, async (text) => {
        const parsed = parseFilter(text, userResource, silentQuirkLog);
        const expected = people.filter((each) => evaluateFilter(parsed, each)).map((each) => each.id);
        const reply = await callScim(acme, "GET", `/Users?count=1000&attributes=id&filter=${encodeURIComponent(text)}`);
        expect([text, reply.status]).toEqual([text, 200]);
        expect([text, (reply.body.Resources as JsonObject[]).map((each) => each.id)]).toEqual([text, expected]);
        expect(reply.body.totalResults).toBe(expected.length);
      }),
      { numRuns: Number(process.env.FILTER_RUNS ?? 300) },
    );
  }, 120_000);

  test("Pages are stable and totals are right wherever a page is cut", async () => {
    const seen: unknown[] = [];
    for (let startIndex = 1; startIndex <= people.length; startIndex += 7) {
      const { body } = await callScim(acme, "GET", `/Users?startIndex=${startIndex}&count=7`);
      expect(body).toMatchObject({ totalResults: people.length, startIndex });
      seen.push(...(body.Resources as JsonObject[]).map((each) => each.id));
    }
    expect(seen).toEqual(people.map((each) => each.id));
    for (const query of ["count=0", `startIndex=${people.length + 1}`, "startIndex=1000&count=5", `count=${people.length}`, `startIndex=${people.length}`]) {
      expect([query, (await callScim(acme, "GET", `/Users?${query}`)).body.totalResults]).toEqual([query, people.length]);
    }
  });

  test("Looking a person up is one index away", async () => {
    await pool().query("analyze registration");
    const { rows } = await pool().query("explain select * from registration r where r.connection_id = $1 and (r.user_name_key = $2::text) order by r.position", [acme.connectionId, "x"]);
    expect(JSON.stringify(rows)).not.toContain("Seq Scan on registration r\"");
  });
});
