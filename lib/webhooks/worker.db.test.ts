import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { clock } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { findEvents } from "@/lib/events/find-events";
import { recordEvents } from "@/lib/events/record-events";
import { readSystemHealth } from "@/lib/installation/read-system-health";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { claimDeliveries } from "./claim-deliveries";
import { createEndpoint, type NewEndpoint } from "./create-endpoint";
import { deleteEndpoint } from "./delete-endpoint";
import { aimAt, deliver } from "./deliver";
import { dispatchEvents } from "./dispatch-events";
import { findDeliveries } from "./find-deliveries";
import { getEndpoint } from "./find-endpoints";
import { redeliver, redeliverSince } from "./redeliver";
import { rotateSecret } from "./rotate-secret";
import { sendTestEvent } from "./send-test-event";
import { settleDeliveries } from "./settle-deliveries";
import { updateEndpoint } from "./update-endpoint";
import { startWebhookWorker } from "./worker";

type Received = { id: string; body: string; headers: Record<string, string> };
type Answer = (request: IncomingMessage, response: ServerResponse, received: Received[]) => void;

const servers: Server[] = [];
let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  env().webhookAllow.push("127.0.0.1");
  env().encryptionKey ??= "ab".repeat(32);
  [acme, other] = await Promise.all([createTenant({ name: "Acme" }), createTenant({ name: "Other" })]);
});
beforeEach(async () => {
  await pool().query("TRUNCATE webhook_endpoint, event, event_sequence, dispatch_batch CASCADE");
});
afterEach(() => servers.splice(0).forEach((server) => server.closeAllConnections()));
afterAll(() => servers.forEach((server) => server.close()));

/** A receiver on this machine; answers 200 unless told otherwise. */
async function receiver(answer: Answer = (_, response) => response.writeHead(200).end("ok")): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ id: String(request.headers["webhook-id"]), body: Buffer.concat(chunks).toString(), headers: request.headers as Record<string, string> });
      answer(request, response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received };
}

const add = (url: string, more: Partial<NewEndpoint> = {}) =>
  createEndpoint(installationScope, { url, description: "", eventTypes: [], organizationIds: [], ...more });

const happen = (tenant: Tenant, n = 0) =>
  transaction((tx) =>
    recordEvents(tx, [
      {
        type: "direct.member.update",
        organizationId: tenant.organizationId,
        objectId: tenant.connectionId,
        wireId: `member-${tenant.connectionId}`,
        object: { n },
      },
    ]),
  );

/** Runs a worker until the condition holds; the test's own time-out is the limit. */
async function work(until: () => boolean | Promise<boolean>): Promise<void> {
  const worker = startWebhookWorker("project-test");
  try {
    while (!(await until())) await new Promise((resolve) => setImmediate(resolve));
  } finally {
    await worker.stop();
  }
}

const deliveriesOf = async (id: string) => (await findDeliveries(installationScope, id, { limit: 100 })).deliveries;

describe("Delivering events", () => {
  it("sends each event once to each endpoint that wants it, signed for Standard Webhooks and Svix verifiers", async () => {
    const [all, acmeOnly, none] = await Promise.all([receiver(), receiver(), receiver()]);
    const { secret } = await add(all.url);
    await add(acmeOnly.url, { organizationIds: [acme.organizationId] });
    await add(none.url, { eventTypes: ["scim.member.create"] });
    await happen(acme, 1);
    await happen(other, 2);
    await work(() => all.received.length === 2 && acmeOnly.received.length === 1);
    expect(none.received).toEqual([]);
    for (const { body, headers } of all.received) {
      const verified = new Webhook(secret).verify(body, headers) as Record<string, unknown>;
      expect(verified).toMatchObject({ project_id: "project-test", object_type: "member", action: "UPDATE", source: "DIRECT", sequence: 1 });
      expect(headers["svix-signature"]).toBe(headers["webhook-signature"]);
      expect(headers["webhook-id"]).toBe(verified.event_id);
    }
  });

  it("signs with both secrets while a rotation overlaps", async () => {
    const { url, received } = await receiver();
    const { endpoint, secret: old } = await add(url);
    const fresh = await rotateSecret(installationScope, endpoint.id, 24);
    await happen(acme);
    await work(() => received.length === 1);
    const [{ body, headers } = { body: "", headers: {} }] = received;
    for (const secret of [old, fresh]) expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    expect(await getEndpoint(installationScope, endpoint.id)).toMatchObject({ secretCount: 2, oldSecretEndsAt: expect.any(Date) as unknown });
    await rotateSecret(installationScope, endpoint.id, 0);
    expect(await getEndpoint(installationScope, endpoint.id)).toMatchObject({ secretCount: 1, oldSecretEndsAt: null });
  });

  it("tries again with the same id after a failure and keeps what was answered", async () => {
    const { url, received } = await receiver((_, response, all) => response.writeHead(all.length === 1 ? 500 : 204).end(all.length === 1 ? "not now" : ""));
    const { endpoint } = await add(url);
    await happen(acme);
    await work(() => received.length === 1);
    const [waiting] = await deliveriesOf(endpoint.id);
    expect(waiting).toMatchObject({ status: "pending", attemptCount: 1, attempts: [{ outcome: "refused", responseStatus: 500, responseExcerpt: "not now" }] });
    const pause = (waiting?.nextAttemptAt?.getTime() ?? 0) - Date.parse(waiting?.attempts[0]?.at ?? "");
    expect(pause).toBeGreaterThan(4000);
    expect(pause).toBeLessThan(7000);
    await pool().query("UPDATE delivery SET next_attempt_at = now()");
    await work(() => received.length === 2);
    expect(received[1]?.id).toBe(received[0]?.id);
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ status: "delivered", attemptCount: 2, attempts: [{ outcome: "refused" }, { outcome: "delivered", responseStatus: 204 }] }]);
  });

  it("keeps a slow receiver from holding up the others", async () => {
    const [slow, fast] = await Promise.all([receiver(() => undefined), receiver()]);
    await add(slow.url);
    await add(fast.url);
    await Promise.all(Array.from({ length: 60 }, (_, n) => happen(acme, n)));
    const worker = startWebhookWorker("project-test");
    while (fast.received.length < 60 || slow.received.length < 16) await new Promise((resolve) => setImmediate(resolve));
    expect(slow.received).toHaveLength(16);
    servers.forEach((server) => server.closeAllConnections());
    await worker.stop();
  });

  it("makes up for first tries that a worker took and never settled, and for nothing else", async () => {
    const { url, received } = await receiver();
    const { endpoint } = await add(url);
    await Promise.all(Array.from({ length: 5 }, (_, n) => happen(acme, n)));
    const { first } = await dispatchEvents(() => 3);
    const [taken] = first?.endpoints ?? [];
    expect([taken?.events.length, (await deliveriesOf(endpoint.id)).length]).toEqual([3, 2]);
    const outcome = { outcome: "delivered" as const, responseStatus: 200, responseExcerpt: "ok", detail: null, durationMs: 7 };
    await settleDeliveries([{ delivery: { eventId: taken?.events[0]?.id ?? "", endpointId: endpoint.id, attemptCount: 0 }, at: new Date(), outcome }]);
    await pool().query("UPDATE dispatch_batch SET lapses_at = now()");
    await work(async () => (await deliveriesOf(endpoint.id)).filter(({ status }) => status === "delivered").length === 5);
    expect(received.map(({ id }) => id)).not.toContain(`event-${taken?.events[0]?.id}`);
    expect(new Set(received.map(({ id }) => id)).size).toBe(4);
    expect((await pool().query("SELECT 1 FROM dispatch_batch")).rowCount).toBe(0);
    expect((await deliveriesOf(endpoint.id)).find(({ eventId }) => eventId === taken?.events[0]?.id)).toMatchObject({
      attemptCount: 1,
      attempts: [{ outcome: "delivered", durationMs: 7, responseStatus: 200, responseExcerpt: "ok" }],
    });
  });

  it("loses nothing of the others when an endpoint is deleted while its tries are under way", async () => {
    const [gone, stays] = await Promise.all([receiver(() => undefined), receiver()]);
    const { endpoint } = await add(gone.url);
    const { endpoint: kept } = await add(stays.url);
    await Promise.all(Array.from({ length: 10 }, (_, n) => happen(acme, n)));
    await work(async () => {
      if (gone.received.length < 10) return false;
      await deleteEndpoint(installationScope, endpoint.id);
      return true;
    });
    await work(async () => (await deliveriesOf(kept.id)).filter(({ status }) => status === "delivered").length === 10);
    expect(stays.received).toHaveLength(10);
  });

  it("holds what a paused endpoint wants and sends it when it goes on", async () => {
    const { url, received } = await receiver();
    const { endpoint } = await add(url);
    await updateEndpoint(installationScope, endpoint.id, { status: "paused" });
    await happen(acme);
    await work(async () => (await deliveriesOf(endpoint.id)).length === 1);
    expect(received).toEqual([]);
    expect((await deliveriesOf(endpoint.id)).map(({ status, nextAttemptAt }) => [status, nextAttemptAt])).toEqual([["pending", null]]);
    expect((await readSystemHealth(installationScope)).queue).toMatchObject({ due: 0, waiting: 0, held: 1, oldestDueSeconds: null });
    await updateEndpoint(installationScope, endpoint.id, { status: "active" });
    expect((await readSystemHealth(installationScope)).queue).toMatchObject({ due: 1, held: 0 });
    await work(() => received.length === 1);
  });

  it("sends one delivery again, or all that failed since a time", async () => {
    const { url, received } = await receiver();
    const { endpoint } = await add(url);
    await happen(acme);
    await work(async () => (await deliveriesOf(endpoint.id))[0]?.status === "delivered");
    const [first] = await deliveriesOf(endpoint.id);
    await redeliver(installationScope, endpoint.id, first?.id ?? "");
    await work(async () => received.length === 2 && (await deliveriesOf(endpoint.id))[0]?.status === "delivered");
    expect(await redeliverSince(installationScope, endpoint.id, new Date(0), true)).toBe(0);
    expect(await redeliverSince(installationScope, endpoint.id, new Date(Date.now() + 3_600_000), false)).toBe(0);
    expect(await redeliverSince(installationScope, endpoint.id, new Date(0), false)).toBe(1);
    await work(() => received.length === 3);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
  });
});

describe("Endpoints that go on failing", () => {
  const fail = async (id: string, outcome: Partial<Awaited<ReturnType<typeof deliver>>> = {}) => {
    const [delivery] = await claimDeliveries(1, {});
    if (!delivery) throw new Error("nothing was due");
    const failed = { outcome: "refused" as const, responseStatus: 500, responseExcerpt: "", detail: null, durationMs: 1, ...outcome };
    await settleDeliveries([{ delivery, at: new Date(), outcome: failed }]);
    return getEndpoint(installationScope, id);
  };

  it("are paused after three days without a success, and at once when they answer 410", async () => {
    const { endpoint } = await add("http://127.0.0.1:1/gone");
    await happen(acme);
    await dispatchEvents();
    const first = await fail(endpoint.id);
    expect(first).toMatchObject({ status: "active", failingSince: expect.any(Date) as Date });
    await pool().query("UPDATE webhook_endpoint SET failing_since = now() - interval '73 hours'");
    await pool().query("UPDATE delivery SET next_attempt_at = now()");
    expect(await fail(endpoint.id)).toMatchObject({ status: "failing" });
    await updateEndpoint(installationScope, endpoint.id, { status: "active" });
    await pool().query("UPDATE delivery SET next_attempt_at = now()");
    expect(await fail(endpoint.id, { responseStatus: 410 })).toMatchObject({ status: "failing" });
  });

  it("get ten tries over three days and more, by a clock that is set forward to each, and then none", async () => {
    const { endpoint } = await add("http://127.0.0.1:1/never");
    let now = Date.now();
    const faked = vi.spyOn(clock, "now").mockImplementation(() => new Date(now));
    try {
      await happen(acme);
      await dispatchEvents();
      const pauses: number[] = [];
      for (let n = 0; n < 10; n++) {
        await pool().query("UPDATE delivery SET next_attempt_at = now() WHERE status = 'pending'");
        await fail(endpoint.id);
        await updateEndpoint(installationScope, endpoint.id, { status: "active" });
        const [delivery] = await deliveriesOf(endpoint.id);
        if (delivery?.status === "exhausted") break;
        // Not before its time.
        expect(await claimDeliveries(5, {})).toEqual([]);
        const due = delivery?.nextAttemptAt?.getTime() ?? 0;
        pauses.push((due - now) / 1000);
        now = due;
      }
      const [minute, hour] = [60, 3600];
      for (const [at, pause] of [5, minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour, 24 * hour, 24 * hour, 24 * hour].entries()) {
        expect(pauses[at]).toBeGreaterThanOrEqual(pause * 0.9 - 0.001);
        expect(pauses[at]).toBeLessThanOrEqual(pause * 1.1 + 0.001);
      }
      expect(pauses).toHaveLength(9);
      expect(await deliveriesOf(endpoint.id)).toMatchObject([{ status: "exhausted", attemptCount: 10 }]);
      await pool().query("UPDATE delivery SET next_attempt_at = now()");
      expect(await claimDeliveries(5, {})).toEqual([]);
    } finally {
      faked.mockRestore();
    }
  });
});

describe("One try", () => {
  const post = (url: string, timeoutMs = 15_000) => deliver(aimAt(url), {}, Buffer.from("{}"), { timeoutMs });

  it("does not follow a redirect", async () => {
    const target = await receiver();
    const { url } = await receiver((_, response) => response.writeHead(302, { location: target.url }).end());
    expect(await post(url)).toMatchObject({ outcome: "redirected", responseStatus: 302 });
    expect(target.received).toEqual([]);
  });

  it("ends a receiver that hangs, before or in the middle of its answer", async () => {
    const silent = await receiver(() => undefined);
    const halting = await receiver((_, response) => response.writeHead(200).write("first words"));
    for (const { url } of [silent, halting]) expect(await post(url, 200)).toMatchObject({ outcome: "timeout", responseStatus: null });
  });

  it("reads only the beginning of a long answer", async () => {
    const { url } = await receiver((_, response) => response.writeHead(200).end("x".repeat(2_000_000)));
    const { outcome, responseExcerpt } = await post(url);
    expect([outcome, responseExcerpt?.length]).toEqual(["delivered", 1024]);
  });

  it("tells a reset and a closed port from an answer", async () => {
    const { url } = await receiver((request) => request.socket.resetAndDestroy());
    expect(await post(url)).toMatchObject({ outcome: "unreachable", detail: "ECONNRESET" });
    expect(await post("http://127.0.0.1:1/")).toMatchObject({ outcome: "unreachable", detail: "ECONNREFUSED" });
  });

  it("refuses addresses that are not public, written out, as a name, or in IPv6", async () => {
    const allowed = env().webhookAllow.splice(0);
    const { url } = await receiver();
    for (const blocked of [url, url.replace("127.0.0.1", "localhost"), "http://[::1]:80/", "http://0x7f000001/", "http://169.254.169.254/latest/meta-data"]) {
      expect(await post(blocked), blocked).toMatchObject({ outcome: "blocked" });
    }
    env().webhookAllow.push(...allowed);
  });

  it("can be a test event, whatever the endpoint's state", async () => {
    const { url, received } = await receiver();
    const { endpoint, secret } = await add(url);
    await updateEndpoint(installationScope, endpoint.id, { status: "paused" });
    expect(await sendTestEvent(installationScope, endpoint.id, "project-test")).toMatchObject({ outcome: "delivered" });
    const [{ body, headers } = { body: "", headers: {} }] = received;
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ object_type: "test" });
  });
});

describe("The list of events", () => {
  it("numbers each organization's events without a gap, in an order that no later commit slips into", async () => {
    const late = await pool().connect();
    await late.query("BEGIN");
    const insert = `INSERT INTO event (id, organization_id, type, object_id, payload) VALUES (gen_random_uuid(), $1, 'direct.member.update', $1, '{}') RETURNING id`;
    const slow = await late.query<{ id: string }>(insert, [acme.organizationId]);
    await Promise.all(Array.from({ length: 20 }, (_, n) => happen(n % 2 ? acme : other, n)));
    await Promise.all([dispatchEvents(), dispatchEvents(), dispatchEvents()]);
    const before = await findEvents(installationScope, { limit: 1000 });
    await late.query("COMMIT");
    late.release();
    await dispatchEvents();
    const after = await findEvents(installationScope, { after: String(before.at(-1)?.number), limit: 1000 });
    expect(before).toHaveLength(20);
    expect(after.map(({ id }) => id)).toEqual([slow.rows[0]?.id]);
    expect([...before, ...after].map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
    for (const [tenant, count] of [[acme, 11], [other, 10]] as const) {
      const own = await findEvents(installationScope, { organizationId: tenant.organizationId, limit: 1000 });
      expect(own.map(({ sequence }) => sequence)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
    }
    const tail = await findEvents(installationScope, { organizationId: acme.organizationId, after: "9", limit: 1000 });
    expect(tail.map(({ sequence }) => sequence)).toEqual([10, 11]);
  });
});
