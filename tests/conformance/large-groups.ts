import { request as httpRequest } from "node:http";
import pg from "pg";
import { expect } from "vitest";
import { type Client, URNS } from "./client";

const size = 9_000;

/** Three groups of very many people each: together more than one answer may hold in memory. */
export async function readLargeGroups(client: Client, databaseUrl: string): Promise<void> {
  const groups = await Promise.all(["One", "Two", "Three"].map(async (displayName) => (await client.call("POST", "/Groups", { schemas: [URNS.group], displayName })).body.id as string));
  await fillGroups(databaseUrl, client.base, groups);
  const list = await client.call("GET", "/Groups?sortBy=displayName");
  expect([list.status, list.headers["content-type"], list.body.totalResults, list.body.itemsPerPage]).toEqual([200, "application/scim+json", 3, 3]);
  expect(Buffer.byteLength(list.text)).toBeGreaterThan(4 * 1024 * 1024);
  for (const group of list.body.Resources) {
    expect(new Set(group.members.map((member: { value: string }) => member.value)).size).toBe(size);
    const one = await client.call("GET", `/Groups/${String(group.id)}`);
    expect([one.headers.etag, one.body]).toEqual([group.meta.version, group]);
  }
  expect((await client.call("GET", `/Groups/${groups[0] ?? ""}`, undefined, { "if-none-match": list.body.Resources[0].meta.version })).status).toBe(304);
  const head = await client.call("HEAD", "/Groups?sortBy=displayName", undefined, { "accept-encoding": "identity" });
  expect([head.status, head.text]).toEqual([200, ""]);
  // Next leaves the length out of an answer to HEAD, which RFC 9110 section 8.6 allows.
  expect([String(Buffer.byteLength(list.text)), undefined]).toContain(head.headers["content-length"]);
  for (let left = 0; left < 3; left += 1) await leaveHalfway(`${client.base}/Groups`, client.token);
  expect((await client.call("GET", "/Groups?sortBy=displayName")).text).toBe(list.text);
}

/** Straight into the tables: thousands of people by SCIM would take longer than all other tests here. */
async function fillGroups(databaseUrl: string, base: string, groups: string[]): Promise<void> {
  const connection = /scim-connection-([0-9a-f-]{36})|([0-9a-f-]{36})\/?$/.exec(base);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query(
    `with home as (select id, organization_id from connection where id = $1),
     person as (insert into member (id, organization_id, origin, email, email_key)
       select gen_random_uuid(), organization_id, 'scim', n || '@large.test', n || '@large.test' from home, generate_series(1, $2::int) n returning id, organization_id, email),
     known as (insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes)
       select gen_random_uuid(), $1, organization_id, id, email, email, jsonb_build_object('userName', email) from person returning id)
     insert into group_membership (group_id, registration_id, connection_id) select g, known.id, $1 from known, unnest($3::uuid[]) g`,
    [connection?.[1] ?? connection?.[2], size, groups],
  );
  await database.end();
}

/** A client that takes the first bytes and goes away. */
function leaveHalfway(url: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(url, { headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.once("data", () => answer.destroy());
      answer.once("close", () => resolve());
      answer.once("error", () => undefined);
    });
    call.once("error", reject);
    call.end();
  });
}
