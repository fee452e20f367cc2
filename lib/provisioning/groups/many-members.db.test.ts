import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { answerScimRequest } from "@/lib/http/scim-desk";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { pushGroup } from "@/tests/support/seed-directory";

let acme: Tenant;
let group = "";
let inner = "";
const many = 4_500;

beforeAll(async () => {
  acme = await createTenant();
  inner = await pushGroup(acme, "Inner");
  group = await pushGroup(acme, "Everybody", [], [inner]);
  await pool().query(
    `with person as (
       insert into member (id, organization_id, origin, email, email_key) select gen_random_uuid(), $1, 'scim', n || '@many.test', n || '@many.test' from generate_series(1, $3::int) n returning id, email
     ), known as (
       insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes)
       select gen_random_uuid(), $2, $1, id, email, email, jsonb_build_object('userName', email, 'displayName', 'Name of ' || email) from person returning id
     ) insert into group_membership (group_id, registration_id, connection_id) select $4, id, $2 from known`,
    [acme.organizationId, acme.connectionId, many, group],
  );
});

type Group = { id?: string; members?: Record<string, string>[]; displayName?: string; meta?: { version: string } };
type List = { totalResults: number; itemsPerPage: number; startIndex?: number; nextCursor?: string; Resources: Group[] };
type Answer<Body> = { status: number; headers: Record<string, string>; parts: number; body: Body };

async function read<Body = Group>(target = `/Groups/${group}`, { method = "GET", body = null, ...headers }: Record<string, string | null> = {}): Promise<Answer<Body>> {
  const [path = "", query = ""] = target.split("?");
  const answer = await answerScimRequest({
    connectionId: acme.connectionId,
    method: method ?? "GET",
    path,
    query,
    headers: { authorization: `Bearer ${acme.token}`, ...(headers as Record<string, string>) },
    body: () => Promise.resolve(body === null ? null : Buffer.from(body)),
    remoteAddress: null,
  });
  const parts: Buffer[] = [];
  if (answer.long) for await (const part of answer.long.read()) parts.push(part);
  const text = `${answer.body ?? ""}${Buffer.concat(parts).toString()}`;
  if (answer.long) expect(answer.headers["Content-Length"]).toBe(String(Buffer.byteLength(text)));
  return { status: answer.status, headers: answer.headers, parts: parts.length, body: (text === "" ? {} : JSON.parse(text)) as Body };
}

describe("A group of very many members", () => {
  it("is answered whole, in parts, each member once and like those of a small group", async () => {
    const { body, parts } = await read();
    expect(parts).toBeGreaterThan(2);
    expect(new Set(body.members?.map((member) => member.value)).size).toBe(many + 1);
    const [first] = body.members ?? [];
    const base = first?.$ref?.replace(/\/Users\/.*/, "") ?? "";
    expect(first).toEqual({ value: first?.value, $ref: `${base}/Users/${first?.value ?? ""}`, display: expect.stringMatching(/^Name of \d+@many.test$/) as string, type: "User" });
    expect(body.members?.at(-1)).toEqual({ value: inner, $ref: `${base}/Groups/${inner}`, display: "Inner", type: "Group" });
  });

  it("shows only what was asked for, and carries the version that its ETag names", async () => {
    const all = await read();
    expect(all.headers.ETag).toBe(all.body.meta?.version);
    expect((await read(undefined, { "if-none-match": all.headers.ETag ?? "" })).status).toBe(304);
    const some = await read(`/Groups/${group}?attributes=members.value`);
    expect(Object.keys(some.body.members?.[0] ?? {})).not.toContain("display");
    expect(some.body).not.toHaveProperty("displayName");
    expect((await read(`/Groups/${group}?excludedAttributes=members`)).body).not.toHaveProperty("members");
  });

  it("HEAD tells the length of what GET sends, and a change that asks for the group gets it in parts too", async () => {
    const [head, whole] = [await read(undefined, { method: "HEAD" }), await read()];
    expect([head.headers["Content-Length"], head.headers.ETag, head.parts]).toEqual([whole.headers["Content-Length"], whole.headers.ETag, 0]);
    const changed = await read(`/Groups/${group}?attributes=members.value`, { method: "PATCH", body: JSON.stringify({ Operations: [{ op: "replace", path: "displayName", value: "Everybody" }] }) });
    expect([changed.status, changed.body.members?.length]).toEqual([200, many + 1]);
    expect(changed.parts).toBeGreaterThan(2);
  });

  it("people are counted as they come and go, whatever the way", async () => {
    const total = async (): Promise<unknown> => (await callScim(acme, "GET", "/Users?count=0")).body.totalResults;
    expect(await total()).toBe(many);
    const { body } = await callScim(acme, "POST", "/Users", { userName: "late@many.test" });
    expect(await total()).toBe(many + 1);
    await callScim(acme, "DELETE", `/Users/${String(body.id)}`);
    await pool().query("delete from member where organization_id = $1 and email_key = '7@many.test'", [acme.organizationId]);
    expect(await total()).toBe(many - 1);
    const last = await callScim(acme, "GET", `/Users?startIndex=${many - 2}&count=100`);
    const before = await callScim(acme, "GET", `/Users?startIndex=${many - 6}&count=4`);
    expect([(last.body.Resources as unknown[]).length, last.body.totalResults]).toEqual([2, many - 1]);
    const ids = [...(before.body.Resources as { id: string }[]), ...(last.body.Resources as { id: string }[])].map((each) => each.id);
    const { rows } = await pool().query<{ id: string }>("select id from registration where connection_id = $1 order by position desc limit 6", [acme.connectionId]);
    expect(ids).toEqual(rows.map((row) => row.id).reverse());
  });
});

describe("A list of groups with very many members together", () => {
  const names = ["Half", "Other half", "Nobody"];
  const sizeOf: Record<string, number> = { Everybody: many, Inner: 0, Half: 1_500, "Other half": 1_500, Nobody: 0 };

  beforeAll(async () => {
    for (const name of names) {
      const id = await pushGroup(acme, name);
      await pool().query(
        "insert into group_membership (group_id, registration_id, connection_id) select $1, id, $2 from (select id from registration where connection_id = $2 order by position desc limit $3) chosen",
        [id, acme.connectionId, sizeOf[name]],
      );
    }
    await pool().query("update idp_group set attributes = jsonb_build_object('displayName', display_name) where connection_id = $1", [acme.connectionId]);
  });

  const sizes = ({ Resources }: List) => Object.fromEntries(Resources.map(({ displayName = "", members }) => [displayName, new Set((members ?? []).map((each) => each.value)).size]));
  const groupsOf = ({ Resources }: List) => Resources.filter((each) => each.displayName !== undefined);

  it("is written in parts, whole, and says the same of each group as its own address", async () => {
    const { body, parts, status, headers } = await read<List>("/Groups");
    expect([status, headers["Content-Type"], body.totalResults, body.itemsPerPage, body.startIndex]).toEqual([200, "application/scim+json", 5, 5, 1]);
    expect(parts).toBeGreaterThan(4);
    expect(sizes(body)).toEqual({ ...sizeOf, Everybody: (await read()).body.members?.length });
    for (const each of body.Resources) expect(each).toEqual({ ...(await read(`/Groups/${each.id ?? ""}`)).body });
  });

  it("also where no single group is large, in searches, at the root beside people, and by cursor", async () => {
    const filter = 'displayName co "half" or displayName eq "Nobody"';
    const found = await read<List>(`/Groups?filter=${encodeURIComponent(filter)}&sortBy=displayName`);
    expect(found.parts).toBeGreaterThan(2);
    expect(Object.entries(sizes(found.body))).toEqual([["Half", 1_500], ["Nobody", 0], ["Other half", 1_500]]);
    const searched = await read<List>("/Groups/.search", { method: "POST", body: JSON.stringify({ filter, attributes: ["members.value", "displayName"] }) });
    expect([sizes(searched.body), searched.body.Resources[0]?.members?.every((each) => each.display === undefined)]).toEqual([sizes(found.body), true]);
    const root = await read<List>(`/?filter=${encodeURIComponent(`${filter} or userName eq "9@many.test"`)}`);
    expect([root.body.itemsPerPage, Object.keys(root.body.Resources[0] ?? {}).includes("userName"), sizes({ ...root.body, Resources: groupsOf(root.body).filter((each) => each.members) })]).toMatchObject([4, true, { Half: 1_500 }]);
    const first = await read<List>("/Groups?cursor&count=3");
    const second = await read<List>(`/Groups?cursor=${first.body.nextCursor ?? ""}&count=3`);
    expect(Object.keys({ ...sizes(first.body), ...sizes(second.body) }).sort()).toEqual(Object.keys(sizeOf).sort());
    expect([first.parts > 2, second.body.nextCursor, second.body.itemsPerPage]).toEqual([true, undefined, 2]);
  });

  it("HEAD tells its length; without members it is written at once; what is wrong with the query is an error as ever", async () => {
    const [head, whole] = [await read("/Groups", { method: "HEAD" }), await read("/Groups")];
    expect([head.headers["Content-Length"], head.parts]).toEqual([whole.headers["Content-Length"], 0]);
    expect((await read<List>("/Groups?excludedAttributes=members")).parts).toBe(0);
    expect((await read<List>("/Groups?count=0")).parts).toBe(0);
    expect((await read<{ scimType: string }>("/Groups?cursor=wrong")).body.scimType).toBe("invalidCursor");
  });
});
