import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import type { JsonObject } from "@/lib/scim/resource/resource";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;

beforeAll(async () => {
  acme = await createTenant();
});

const create = async (userName: string, more: JsonObject = {}): Promise<string> => {
  const reply = await callScim(acme, "POST", "/Users", { userName, displayName: 'Zoë "Z" \u0001', externalId: "x-1", emails: [{ value: "Zoe@example.com", primary: true }], ...more });
  expect(reply.status).toBe(201);
  return String(reply.body.id);
};

const memberOf = async (id: string): Promise<string> => (await pool().query<{ member_id: string }>("select member_id from registration where id = $1", [id])).rows[0]?.member_id ?? "";

/** The last event about the person, with what is another for each person and moment named instead. */
async function told(id: string): Promise<string> {
  const member = await memberOf(id);
  const { rows } = await pool().query<{ id: string; payload: unknown }>("select id, payload from event where object_id = $1 order by position desc limit 1", [member]);
  const named = [[id, "REGISTRATION"], [member, "MEMBER"], [rows[0]?.id ?? "", "EVENT"]] as const;
  const text = named.reduce((all, [value, name]) => all.replaceAll(value, name), JSON.stringify(rows[0]?.payload, null, 1));
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "TIME");
}

it("the event of a new person is the same, whether there was something to decide or not", async () => {
  for (const active of [true, false]) {
    await pool().query("delete from member");
    const plain = await told(await create("zoe", { active }));
    await pool().query("update registration set user_name_key = 'gone', external_id = 'gone'");
    // The e-mail address is known now.
    expect(await told(await create("zoe", { active }))).toBe(plain);
    expect(plain).toContain('"timestamp": "TIME"');
  }
});

it("the event of a change is the same, whether roles had to be computed or not", async () => {
  await pool().query("delete from member");
  const id = await create("zoe", {});
  await pool().query("update member set external_id = 'say \"hi\"' where id = $1", [await memberOf(id)]);
  const rename = async (): Promise<string> => {
    await callScim(acme, "PATCH", `/Users/${id}`, { Operations: [{ op: "replace", value: { title: "A" } }] });
    await callScim(acme, "PATCH", `/Users/${id}`, { Operations: [{ op: "replace", value: { title: "B", displayName: "Other" } }] });
    return told(id);
  };
  const plain = await rename();
  const group = await callScim(acme, "POST", "/Groups", { displayName: "Outer" });
  const inner = await callScim(acme, "POST", "/Groups", { displayName: "Inner", members: [{ value: id }] });
  await callScim(acme, "PATCH", `/Groups/${String(group.body.id)}`, { Operations: [{ op: "add", path: "members", value: [{ value: String(inner.body.id) }] }] });
  expect(await rename()).toBe(plain);
});
