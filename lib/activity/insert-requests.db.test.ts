import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { createTenant } from "@/tests/support/create-tenant";
import { insertRequests, type RequestRow } from "./insert-requests";

const odd = 'tab\there, line\nbreak, return\r, back\\slash \\N \\. "quoted" 😀 \u2028 end\\';

function row(connectionId: string, given: Partial<RequestRow> = {}): RequestRow {
  const empty = { token_id: null, resource_id: null, scim_type: null, request_body: null, response_body: null, remote_address: null, replay_of: null, replayed_by: null, refusal: null };
  return {
    ...empty,
    id: uuidv7(),
    connection_id: connectionId,
    received_at: "2026-01-02T03:04:05.678Z",
    method: "GET",
    path: `/Users?filter=${odd}`,
    operation: "list_users",
    action: "find_user",
    status: 400,
    detail: odd,
    duration_ms: 1.25,
    request_headers: JSON.stringify({ "user-agent": odd }),
    response_headers: "{}",
    body_state: "kept",
    quirks: JSON.stringify([{ code: "x", count: 1, sample: odd }]),
    ...given,
  };
}

const read = async (id: unknown): Promise<Record<string, unknown>> => (await pool().query<Record<string, unknown>>("select * from scim_request where id = $1", [id])).rows[0] ?? {};

test("every value comes back as it was, nulls as nulls", async () => {
  const acme = await createTenant();
  const written = row(acme.connectionId, { request_body: odd.repeat(200), response_body: "\\N" });
  const organizations = await transaction((tx) => insertRequests(tx, [written, row(acme.connectionId)]));
  expect([...organizations]).toEqual([[acme.connectionId, acme.organizationId]]);
  expect(await read(written.id)).toMatchObject({
    ...written,
    organization_id: acme.organizationId,
    received_at: new Date("2026-01-02T03:04:05.678Z"),
    request_headers: { "user-agent": odd },
    response_headers: {},
    quirks: [{ code: "x", count: 1, sample: odd }],
  });
});

test("calls to no connection are nobody's, and those of one with privacy mode keep no contents", async () => {
  const [acme, quiet] = [await createTenant(), await createTenant({ name: "Quiet" })];
  await pool().query("update organization set call_bodies_kept = false where id = $1", [quiet.organizationId]);
  const rows = [row(acme.connectionId), row(quiet.connectionId.toUpperCase(), { request_body: odd }), row(quiet.connectionId, { body_state: "none" }), row(uuidv7())];
  const organizations = await transaction((tx) => insertRequests(tx, rows));
  expect(organizations.size).toBe(2);
  expect(await read(rows[1]?.id)).toMatchObject({
    connection_id: quiet.connectionId,
    path: "/Users?[not kept]",
    detail: odd.replace('"quoted"', '"…"'),
    request_body: null,
    body_state: "private",
  });
  expect(await read(rows[2]?.id)).toMatchObject({ body_state: "none" });
  expect(await read(rows[3]?.id)).toEqual({});
});

test("a failing row takes the whole transaction back, and the connection can be used again", async () => {
  const acme = await createTenant();
  const good = row(acme.connectionId);
  await expect(transaction((tx) => insertRequests(tx, [good, row(acme.connectionId, { quirks: "no JSON" })]))).rejects.toThrow(/json/i);
  expect(await read(good.id)).toEqual({});
  expect((await pool().query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
