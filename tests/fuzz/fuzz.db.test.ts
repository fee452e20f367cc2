import { afterAll, expect, test } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { answerScimRequest } from "@/lib/http/scim-desk";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { findInconsistencies, readState } from "./find-inconsistencies";
import { hostileRequest, type HostileRequest, type Known } from "./hostile-request";
import { createRandom } from "./random";

/** The long run: FUZZ_REQUESTS=20000 npx vitest run --project db tests/fuzz; another seed: FUZZ_SEED=1. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 800);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);

afterAll(() => flushRequestLog());

test(`${String(requests)} hostile requests (seed ${String(seed)}) get SCIM answers and leave the data whole`, { timeout: 3_600_000 }, async () => {
  const [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
  // What the brake does to mass departures is not asked here.
  await pool().query("insert into brake (connection_id, mode) values ($1, 'off')", [acme.connectionId]);
  const stranger = String((await callScim(other, "POST", "/Users", { userName: "stranger@example.com" })).body.id);
  const known: Known = { users: [], groups: [], strangers: [stranger] };
  const random = createRandom(seed);
  let before = await readState(acme.connectionId);
  for (let turn = 1; turn <= requests; turn += 1) {
    const request = hostileRequest(random, known);
    const reply = await send(acme, request);
    const after = await readState(acme.connectionId);
    const faults = [...faultsOf(request, reply), ...(request.path === "/Bulk" ? [] : faultsOfChange(reply.status, before, after))];
    if (turn % 500 === 0 || turn === requests) faults.push(...(await findInconsistencies()));
    expect(faults, `request ${String(turn)}: ${show(request)}\n${String(reply.status)} ${String(reply.text).slice(0, 500)}`).toEqual([]);
    before = after;
    remember(known, reply, turn);
  }
  await expectRewritable(acme);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect((await callScim(other, "GET", "/")).body).toMatchObject({ totalResults: 1, Resources: [{ id: stranger, userName: "stranger@example.com", active: true }] });
});

type Reply = { status: number; headers: Record<string, string>; text: string | null; body: Record<string, unknown> };

async function send(tenant: Tenant, { method, path, query, headers, body }: HostileRequest): Promise<Reply> {
  const answer = await answerScimRequest({
    connectionId: tenant.connectionId,
    method,
    path,
    query,
    headers: { authorization: `Bearer ${tenant.token}`, "content-type": "application/scim+json", ...headers },
    body: (limit) => Promise.resolve(body.length > limit ? null : body),
    remoteAddress: "192.0.2.1",
  });
  return { status: answer.status, headers: answer.headers, text: answer.body, body: parse(answer.body) };
}

function parse(text: string | null): Record<string, unknown> {
  return text === null ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function faultsOf({ path, method }: HostileRequest, { status, headers, text, body }: Reply): string[] {
  const faults: string[] = [];
  if (status >= 500 && !(status === 501 && path === "/Me")) faults.push(`status ${String(status)}`);
  if ((text === null) !== (status === 204 || status === 304 || method === "HEAD")) faults.push("a body where none belongs, or none where one does");
  if (text !== null && headers["Content-Type"] !== "application/scim+json") faults.push("not application/scim+json");
  if (text !== null && /\p{Surrogate}/u.test(text)) faults.push("a lone surrogate in the answer");
  const sentence = typeof body.detail === "string" && body.detail.length > 10;
  const error = JSON.stringify(body.schemas) === '["urn:ietf:params:scim:api:messages:2.0:Error"]' && body.status === String(status) && sentence;
  if (status >= 400 && text !== null && !error) faults.push("an error that is no SCIM error");
  if (text !== null && status < 400 && !Array.isArray(body.schemas)) faults.push("an answer without schemas");
  return faults;
}

type State = Awaited<ReturnType<typeof readState>>;

/** All or nothing; and versions and events move together. */
function faultsOfChange(status: number, before: State, after: State): string[] {
  const [moved, told] = [before.versions !== after.versions, before.events !== after.events];
  if (status >= 300 && (moved || told)) return ["a refused request changed something"];
  return moved === told ? [] : [moved ? "a change without an event" : "an event without a change"];
}

function remember(known: Known, { status, body }: Reply, turn: number): void {
  if (status !== 201) return;
  const list = typeof body.userName === "string" ? known.users : known.groups;
  list.push(String(body.id));
  if (list.length > 30) list.splice(turn % 30, 1);
}

/** What is stored can be found, read, and sent back as it was read, without a change. */
async function expectRewritable(tenant: Tenant): Promise<void> {
  const { Resources = [] } = (await callScim(tenant, "GET", "/?count=1000")).body as { Resources?: { id: string; userName?: string; meta: { resourceType: string } }[] };
  expect(Resources.length).toBeGreaterThan(5);
  const before = await readState(tenant.connectionId);
  for (const { id, userName, meta } of Resources) {
    if (meta.resourceType === "User") expect((await callScim(tenant, "GET", `/Users?attributes=id&filter=${encodeURIComponent(`userName eq ${JSON.stringify(userName)}`)}`)).body.Resources, userName).toMatchObject([{ id }]);
    const read = await callScim(tenant, "GET", `/${meta.resourceType}s/${id}`);
    const written = await callScim(tenant, "PUT", `/${meta.resourceType}s/${id}`, read.body);
    expect([written.status, written.text, written.headers.ETag], read.text ?? "").toEqual([200, read.text, read.headers.ETag]);
  }
  expect(await readState(tenant.connectionId)).toEqual(before);
}

const show = ({ body, ...rest }: HostileRequest): string => `${JSON.stringify(rest)} ${JSON.stringify(body.toString("utf8").slice(0, 1500))}`;
