import { beforeAll, describe, expect, it } from "vitest";
import { findQuirkCounts } from "@/lib/activity/find-quirk-counts";
import { flushRequestLog } from "@/lib/activity/record-request";
import type { QuirkCode } from "@/lib/scim/quirks/quirk-log";
import { createTenant, type Tenant } from "../support/create-tenant";
import { callScim } from "../support/scim-client";

type Call = { method: string; target: string; body?: unknown; headers?: Record<string, string | undefined> };

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const stranger = "23a35c27-23d3-4c03-b4c5-6443c09e7173";
const find = (filter: string): Call => ({ method: "GET", target: `/Users?filter=${encodeURIComponent(filter)}` });
const patch = (...Operations: unknown[]): Call => ({ method: "PATCH", target: "/Users/USER", body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations } });
const patchGroup = (...Operations: unknown[]): Call => ({ ...patch(...Operations), target: "/Groups/GROUP" });
const put = (body: object): Call => ({ method: "PUT", target: "/Users/USER", body: { schemas: [core], userName: "ada", active: true, ...body } });

/** Row of the tolerances, what its repair is counted as, and a call that needs it. Rows that are left out repair nothing: they say how the RFC is kept. */
const repairs: [row: number, code: QuirkCode, call: Call][] = [
  [1, "op_case", patch({ op: "Replace", path: "title", value: "A" })],
  [2, "string_boolean", patch({ op: "replace", path: "active", value: "True" })],
  [4, "dotted_key", patch({ op: "replace", value: { "name.givenName": "Ada" } })],
  [5, "urn_key", patch({ op: "replace", value: { [`${enterprise}:employeeNumber`]: "1" } })],
  [6, "filtered_key", patch({ op: "replace", value: { 'emails[type eq "work"].value': "a@b.example" } })],
  [7, "typed_element_created", patch({ op: "replace", path: 'emails[type eq "home"].value', value: "h@b.example" })],
  [8, "member_list_remove", patchGroup({ op: "remove", path: "members", value: [{ value: "USER" }] })],
  [8, "remove_all_members", patchGroup({ op: "remove", path: "members" })],
  [12, "null_ref", patchGroup({ op: "add", path: "members", value: [{ $ref: null, value: "USER" }] })],
  [13, "unknown_member", patchGroup({ op: "add", path: "members", value: [{ value: "USER" }, { value: stranger }] })],
  [13, "unknown_member", patchGroup({ op: "add", path: "members", value: [{ value: stranger }] })],
  [15, "manager_string", patch({ op: "add", path: `${enterprise}:manager`, value: stranger })],
  [15, "manager_array", patch({ op: "add", path: `${enterprise}:manager`, value: [{ value: stranger }] })],
  [15, "manager_top_level", patch({ op: "add", path: "manager", value: { value: stranger } })],
  [15, "manager_empty", patch({ op: "add", path: `${enterprise}:manager`, value: "" })],
  [16, "role_json_string", patch({ op: "add", path: "roles", value: [{ value: '{"id":"1","value":"Admin","displayName":"Admin"}' }] })],
  [17, "quoted_boolean_filter", find('roles[primary eq "True"]')],
  [18, "unquoted_filter_value", find("externalId eq jyoung")],
  [20, "bare_multivalued_filter", find('emails eq "a@b.example"')],
  [22, "plus_for_space", { method: "GET", target: "/Users?filter=userName+eq+%22nobody%22" }],
  [23, "non_uuid_id", { method: "GET", target: "/Users/010101001010101011001010101011" }],
  [24, "read_only_ignored", put({ groups: [], meta: { resourceType: "User" } })],
  [25, "put_without_active", { method: "PUT", target: "/Users/USER", body: { schemas: [core], userName: "ada" } }],
  [26, "null_value", put({ title: null })],
  [27, "missing_schemas", { method: "PUT", target: "/Users/USER", body: { userName: "ada", active: true } }],
  [27, "undeclared_schema", put({ [enterprise]: { department: "D" } })],
  [27, "unknown_schema", put({ schemas: [core, enterprise.replace(":User", "User")] })],
  [27, "operations_key_case", { method: "PATCH", target: "/Users/USER", body: { operations: [{ op: "replace", path: "title", value: "B" }] } }],
  [28, "password_discarded", patch({ op: "replace", value: { password: "p" } })],
  [29, "content_type", { ...put({}), headers: { "content-type": "text/plain" } }],
  [30, "accept_header", { method: "GET", target: "/Users/USER", headers: { accept: "text/html" } }],
  [31, "authorization_form", { method: "GET", target: "/Users/USER", headers: { authorization: "TOKEN" } }],
  [32, "query_flag", { method: "GET", target: "/Users?aadOptscim062020" }],
  [32, "trailing_slash", { method: "GET", target: "/Users/" }],
  [33, "page_clamped", { method: "GET", target: "/Users?startIndex=0&count=-1" }],
];

let acme: Tenant;
let globex: Tenant;
let [user, group] = ["", ""];

beforeAll(async () => {
  [acme, globex] = [await createTenant(), await createTenant({ name: "Globex" })];
  user = String((await callScim(acme, "POST", "/Users", { schemas: [core], userName: "ada", externalId: "1", emails: [{ type: "work", value: "w@b.example" }] })).body.id);
  group = String((await callScim(acme, "POST", "/Groups", { displayName: "G", members: [{ value: user }] })).body.id);
});

async function count(code: QuirkCode, tenant = acme): Promise<number> {
  await flushRequestLog();
  return (await findQuirkCounts(tenant.organizationScope, tenant.connectionId)).find((each) => each.code === code)?.count ?? 0;
}

const fill = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll("USER", user).replaceAll("GROUP", group).replaceAll("TOKEN", acme.token)) as Value;

describe("Each repair is counted for its connection", () => {
  it.each(repairs)("tolerance %i as %s", async (_row, code, call) => {
    const before = await count(code);
    const { method, target, body, headers } = fill(call);
    expect((await callScim(acme, method, target, body, headers)).status).toBeLessThan(500);
    expect(await count(code)).toBeGreaterThan(before);
    expect(await count(code, globex)).toBe(0);
  });

  it("tolerance 36 as returning_user", async () => {
    const bob = { schemas: [core], userName: "bob", externalId: "2" };
    await callScim(acme, "POST", "/Users", { ...bob, active: false });
    expect((await callScim(acme, "POST", "/Users", bob)).status).toBe(201);
    expect(await count("returning_user")).toBe(1);
  });
});
