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

type Answer = { status: number; headers: Record<string, string>; parts: number; body: { members?: Record<string, string>[]; displayName?: string; meta?: { version: string } } };

async function read(query = "", headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await answerScimRequest({
    connectionId: acme.connectionId,
    method: "GET",
    path: `/Groups/${group}`,
    query,
    headers: { authorization: `Bearer ${acme.token}`, ...headers },
    body: () => Promise.resolve(null),
    remoteAddress: null,
  });
  const text = `${answer.body ?? ""}${Buffer.concat(answer.rest ?? []).toString()}`;
  return { status: answer.status, headers: answer.headers, parts: answer.rest?.length ?? 0, body: text === "" ? {} : (JSON.parse(text) as Answer["body"]) };
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
    expect((await read("", { "if-none-match": all.headers.ETag ?? "" })).status).toBe(304);
    const some = await read("attributes=members.value");
    expect(Object.keys(some.body.members?.[0] ?? {})).not.toContain("display");
    expect(some.body).not.toHaveProperty("displayName");
    expect((await read("excludedAttributes=members")).body).not.toHaveProperty("members");
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
