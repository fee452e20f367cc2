import fc from "fast-check";
import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

/** A longer run: FUZZ_RUNS=20000 FUZZ_SEED=1. */
const runs = Number(process.env.FUZZ_RUNS ?? 600);
const seed = Number(process.env.FUZZ_SEED ?? 20261122);

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const oddText = fc.constantFrom("", " ", "\u0000", "\ud800", "__proto__", "constructor", "toString", "null", "True", "😀", "'; drop table member; --", "%", "\\", '"', "ß", "İ", "x".repeat(3000), "1e400", "-0", "2026-13-45T99:99:99Z", "W/\"1\"", "bulkId:a", "../..", "a.b.c", "a[b eq", "members[value eq \"x\"]");
const text = fc.oneof(oddText, fc.string({ maxLength: 12 }), fc.constantFrom("ada@example.com", "Bob", "work", "home"));
const attribute = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("userName", "externalId", "active", "displayName", "name", "emails", "members", "roles", "groups", "meta", "id", "schemas", "password", "title", "nickName", "addresses", "phoneNumbers", "x509Certificates", "profileUrl", enterprise, `${enterprise}:manager`, `${enterprise}:department`, "manager", "emails.value", "name.givenName", 'emails[type eq "work"].value', "emails[value co \"a\"]", "members[value eq \"00000000-0000-4000-8000-000000000000\"]") },
  { weight: 1, arbitrary: text },
);
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    text,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 9007199254740993, 0.1, [], {}, [[]], [null]),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("value", "type", "primary", "display", "$ref", "givenName", "formatted", "__proto__", "constructor", "department", "manager", "VALUE"), tie("value"), { maxKeys: 4 }),
  ),
})).value;
const resource = fc.tuple(fc.dictionary(attribute, value, { maxKeys: 6 }), fc.option(fc.record({ userName: text, displayName: text }), { nil: undefined })).map(([body, names]) => ({ ...names, ...body }));
const patch = fc.record({ schemas: fc.constant(["urn:ietf:params:scim:api:messages:2.0:PatchOp"]), Operations: fc.oneof(fc.array(fc.record({ op: fc.oneof(fc.constantFrom("add", "Replace", "remove"), text), path: fc.option(attribute, { nil: undefined }), value }, { requiredKeys: ["op"] }), { maxLength: 4 }), value) });
const knownPath = fc.constantFrom("userName", "emails.value", "meta.created", "active", "name", "displayName", "members.value", "groups.display", `${enterprise}:manager.value`);
const comparison = fc.tuple(fc.oneof(attribute, knownPath), fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr", "xx", ""), text).map(([path, op, operand]) => `${path} ${op} ${op === "pr" ? "" : JSON.stringify(operand)}`);
const filter = fc.oneof(comparison, fc.tuple(comparison, fc.constantFrom("and", "or", ")", "("), comparison).map((parts) => parts.join(" ")), comparison.map((inner) => `not (${inner})`), text, fc.constant("(".repeat(5000)), fc.constant("not (".repeat(500)));
const query = fc.dictionary(fc.constantFrom("filter", "startIndex", "count", "cursor", "sortBy", "sortOrder", "attributes", "excludedAttributes", "aadOptscim062020", "x"), fc.oneof(filter, attribute, text, fc.constantFrom("0", "-1", "999999999999999999999", "1.5", "1", "2")), { maxKeys: 3 })
  .map((parameters) => Object.entries(parameters).map(([name, given]) => `${name}=${encode(given)}`).join("&"));
const search = fc.record({ filter, startIndex: value, count: value, sortBy: attribute, attributes: value, cursor: text }, { requiredKeys: [] });
const bulk = fc.record({ Operations: fc.array(fc.record({ method: fc.oneof(fc.constantFrom("POST", "PUT", "PATCH", "DELETE", "post"), text), path: fc.oneof(fc.constantFrom("/Users", "/Groups", "/Users/bulkId:a", "/Groups/bulkId:b"), text), bulkId: fc.constantFrom("a", "b", ""), data: fc.oneof(resource, patch, fc.constant({ userName: "x", displayName: "y", members: [{ value: "bulkId:a" }, { value: "bulkId:b" }] })) }, { requiredKeys: ["method"] }), { maxLength: 4 }), failOnErrors: value }, { requiredKeys: ["Operations"] });
const broken = fc.oneof(text, fc.constantFrom("{", "[]", "1", '"x"', "null", "{\"a\":", "[".repeat(100), `{"userName":"\\u0000"}`, `{"userName":"\\ud800"}`, `{"__proto__":{"userName":"x"}}`, "\ufeff{}"));
const headers = fc.dictionary(fc.constantFrom("content-type", "if-match", "if-none-match", "accept", "content-length", "x-forwarded-for", "user-agent"), text, { maxKeys: 2 });

const encode = (given: string): string => encodeURIComponent(given.replace(/\p{Surrogate}/gu, "?"));

type Sent = { method: string; path: string; query: string; body: unknown; headers: Record<string, string> };
type Ids = { users: string[]; groups: string[] };

test("Nothing that a client can send is a failure of the service", { timeout: 600_000 }, async () => {
  const [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
  const stranger = String((await callScim(other, "POST", "/Users", { userName: "stranger@example.com" })).body.id);
  const ids: Ids = { users: [stranger], groups: [] };
  for (const userName of ["ada@example.com", "bob@example.com"]) ids.users.push(String((await callScim(acme, "POST", "/Users", { userName })).body.id));
  for (const displayName of ["One", "Two"]) ids.groups.push(String((await callScim(acme, "POST", "/Groups", { displayName })).body.id));
  const id = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids.users, ...ids.groups) }, text.map((given) => encode(given)), fc.constantFrom("%", "%zz", ".search", "00000000-0000-4000-8000-00000000dead"));
  const membersOf = fc.array(fc.record({ value: fc.constantFrom(...ids.users, ...ids.groups, "x") }), { maxLength: 4 });
  const membership = fc.tuple(fc.constantFrom("add", "remove", "replace"), membersOf).map(([op, members]) => ({ Operations: [{ op, path: "members", value: members }] }));
  const path = fc.oneof(
    fc.tuple(fc.constantFrom("/Users/", "/Groups/"), id).map((parts) => parts.join("")),
    fc.constantFrom("/Users", "/Groups", "/", "", "/Bulk", "/.search", "/Users/.search", "/Schemas", "/Schemas/x", "/ResourceTypes/User", "/ServiceProviderConfig", "/Me", "/Users/1/2", "//", "/__proto__"),
  );
  const body = fc.oneof<fc.Arbitrary<unknown>[]>(resource, patch, membership, search, bulk, broken, value);
  const anything: fc.Arbitrary<Sent> = fc.record({ method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"), path, query, body, headers });
  // Most requests fit their endpoint but for one thing or two, so that they get past the first check.
  const fitting = (type: "Users" | "Groups", own: string[]): fc.Arbitrary<Sent>[] => {
    const names = fc.constantFrom(...["ada", "Bob", "EVE", "x'y", "İ"].map((name) => `${name}@example.com`));
    const base = type === "Users" ? fc.record({ userName: names, active: fc.constantFrom<unknown>(true, false, "False") }) : fc.record({ displayName: names, members: membersOf });
    const nearly = fc.tuple(base, fc.dictionary(attribute, value, { maxKeys: 1 })).map(([right, odd]) => ({ ...right, ...odd }));
    const operation = fc.oneof(
      fc.tuple(fc.constantFrom("title", "nickName", "displayName", "userName", "name.givenName", 'emails[type eq "work"].value', `${enterprise}:department`, "externalId"), text).map(([name, given]) => ({ op: "Replace", path: name, value: given })),
      nearly.map((given) => ({ op: "replace", value: given })),
      fc.tuple(fc.constantFrom("add", "remove", "replace"), attribute, value).map(([op, name, given]) => ({ op, path: name, value: given })),
    );
    const operations = fc.array(operation, { minLength: 1, maxLength: 3 }).map((Operations) => ({ Operations }));
    const mine = fc.constantFrom(...own).map((each) => `/${type}/${each}`);
    const one = (method: string, at: fc.Arbitrary<string>, sent: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> =>
      fc.record({ method: fc.constant(method), path: at, query: fc.constant(""), body: sent, headers: fc.constant({}) });
    return [
      one("POST", fc.constant(`/${type}`), nearly),
      one("PUT", mine, nearly),
      one("PATCH", mine, operations),
      one("PATCH", mine, type === "Groups" ? membership : operations),
      fc.record({ method: fc.constant("GET"), path: fc.oneof(fc.constant(`/${type}`), mine), query, body: fc.constant(undefined), headers }),
    ];
  };
  const request = fc.oneof({ weight: 2, arbitrary: anything }, { weight: 3, arbitrary: fc.oneof(...fitting("Users", ids.users)) }, { weight: 3, arbitrary: fc.oneof(...fitting("Groups", ids.groups)) });
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      // Deleting is rare, so that there is something to work on.
      const method = sent.method === "DELETE" && sent.path.length % 5 ? "PATCH" : sent.method;
      const reply = await callScim(acme, method, `${sent.path}?${sent.query}`, sent.body, sent.headers);
      expect([reply.status, reply.text], JSON.stringify(sent)).toSatisfy(([status]: [number]) => status < 500 || status === 501);
      if (reply.text !== null) expect(reply.headers["Content-Type"]).toBe("application/scim+json");
      if (reply.status >= 400) expect(reply.body).toMatchObject({ status: String(reply.status) });
    }),
    { numRuns: runs, seed },
  );
  await expectConsistent();
  expect((await callScim(other, "GET", "/Users")).body).toMatchObject({ totalResults: 1, Resources: [{ id: stranger, userName: "stranger@example.com" }] });
});

/** What must hold whatever was sent. */
async function expectConsistent(): Promise<void> {
  const count = async (sql: string): Promise<number> => Number((await pool().query<{ count: string }>(`select count(*) from ${sql}`)).rows[0]?.count);
  expect(await count("registration where user_name <> attributes->>'userName' or active <> (attributes->>'active')::boolean")).toBe(0);
  expect(await count("idp_group where display_name <> attributes->>'displayName'")).toBe(0);
  expect(await count("registration r join member m on m.id = r.member_id where (m.status = 'active') <> r.active and m.status <> 'deleted'")).toBe(0);
  expect(await count("member m where m.status <> 'deleted' and not exists (select 1 from registration r where r.member_id = m.id)")).toBe(0);
  expect(await count("group_membership g join registration r on r.id = g.registration_id where r.connection_id <> g.connection_id")).toBe(0);
  expect(await count("registration where attributes ?| array['id', 'meta', 'groups', 'schemas', 'password', '__proto__']")).toBe(0);
}
