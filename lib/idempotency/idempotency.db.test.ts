import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST as createOrganization } from "@/app/v1/b2b/organizations/route";
import { POST as createConnection } from "@/app/v1/b2b/scim/[organization]/connection/route";
import { createCredential } from "@/lib/auth/create-credential";
import { pool } from "@/lib/db/client";
import { completeEnv, env } from "@/lib/env";
import type { RouteHandler } from "@/lib/http/answer-api-call";
import { checkAnswer } from "@/tests/support/check-answer";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";

let acme: Tenant;
let mine: string;
let other: string;

async function newCredential(): Promise<string> {
  const { projectId, secret } = await createCredential(installationScope, "tests");
  return `Basic ${Buffer.from(`${projectId}:${secret}`).toString("base64")}`;
}

beforeAll(async () => {
  [acme, mine, other] = [await createTenant(), await newCredential(), await newCredential()];
});

async function post(handler: RouteHandler, path: string, body: unknown, key: string | null, authorization = mine) {
  const headers = { authorization, "content-type": "application/json", ...(key === null ? {} : { "idempotency-key": key }) };
  const request = new NextRequest(`http://localhost:3000${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const response = await handler(request, { params: Promise.resolve({ organization: acme.slug }) });
  const answer = { status: response.status, body: (await response.json()) as Record<string, unknown>, headers: response.headers };
  checkAnswer("POST", path, answer);
  return answer;
}

const create = (name: string, key: string | null, authorization?: string) => post(createOrganization, "/v1/b2b/organizations", { organization_name: name }, key, authorization);
const connect = (key: string) => post(createConnection, `/v1/b2b/scim/${acme.slug}/connection`, { display_name: "Okta" }, key);

async function count(name: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>("SELECT count(*)::int FROM organization WHERE name = $1", [name]);
  return rows[0]?.count ?? 0;
}

describe("An Idempotency-Key", () => {
  it("gives the same answer again, and has one effect", async () => {
    const [first, again] = [await create("Once", "key-1"), await create("Once", "key-1")];
    expect(again.body).toEqual(first.body);
    expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"]);
    expect(await count("Once")).toBe(1);
  });

  it("lets ten at once have one effect and one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create("Together", "key-2")));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await count("Together")).toBe(1);
  });

  it("is refused for another call, and is another's own", async () => {
    await create("Mine", "key-3");
    const refused = await create("Changed", "key-3");
    expect([refused.status, refused.body.error_type]).toEqual([422, "idempotency_key_reused"]);
    expect((await create("Theirs", "key-3", other)).body.organization).toMatchObject({ organization_name: "Theirs" });
    for (const key of ["x".repeat(256), "with space"]) expect((await create("Bad", key)).body.error_type).toBe("invalid_idempotency_key");
  });

  it("may be used again after a refusal, which left nothing behind", async () => {
    expect((await create("", "key-4")).status).toBe(400);
    expect((await create("Corrected", "key-4")).status).toBe(200);
  });

  it("shows a token again to the one who lost the answer; the database keeps none in clear", async () => {
    const [first, again] = [await connect("key-5"), await connect("key-5")];
    const { bearer_token: token } = first.body.connection as { bearer_token: string };
    expect(again.body).toEqual(first.body);
    const { rows } = await pool().query<{ answer: Buffer }>("SELECT answer FROM idempotent_call");
    expect(rows.some(({ answer }) => answer.includes(token))).toBe(false);
  });

  it("of a call that was cut off answers that nobody knows, and runs no second time", async () => {
    await create("Cut", "key-6");
    await pool().query("UPDATE idempotent_call SET answer = NULL, claimed_at = now() - interval '3 minutes' WHERE key = 'key-6'");
    const answer = await create("Cut", "key-6");
    expect([answer.status, answer.body.error_type]).toEqual([409, "idempotency_outcome_unknown"]);
    expect(await count("Cut")).toBe(1);
  });

  it("is forgotten after a day", async () => {
    await create("Daily", "key-7");
    await pool().query("UPDATE idempotent_call SET claimed_at = now() - interval '25 hours' WHERE key = 'key-7'");
    expect((await create("Daily", "key-7")).headers.get("idempotent-replayed")).toBeNull();
    expect(await count("Daily")).toBe(2);
  });
});

describe("The allowance of an API credential", () => {
  it("ends with 429 and a whole number of seconds to wait; others go on", async () => {
    vi.stubEnv("ROLLCALL_API_REQUESTS_PER_MINUTE", "5");
    completeEnv({});
    expect(env().apiRequestsPerMinute).toBe(5);
    const [busy, calm] = [await newCredential(), await newCredential()];
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await create(`Busy ${n}`, null, busy));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const last = answers.at(-1);
    expect(last?.body.error_type).toBe("too_many_requests");
    expect(last?.headers.get("retry-after")).toMatch(/^[1-9]\d?$/);
    expect((await create("Calm", null, calm)).status).toBe(200);
    vi.unstubAllEnvs();
    completeEnv({});
  });
});
