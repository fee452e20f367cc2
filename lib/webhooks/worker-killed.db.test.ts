import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { findEvents } from "@/lib/events/find-events";
import { recordEvents } from "@/lib/events/record-events";
import { createTenant, installationScope } from "@/tests/support/create-tenant";
import { openSignedReceiver } from "@/tests/support/signed-receiver";
import { createEndpoint } from "./create-endpoint";
import { env } from "@/lib/env";

const EVENTS = 500;

function startWorker(): ChildProcess {
  const settings = { ROLLCALL_WEBHOOK_ALLOW: "127.0.0.1", ROLLCALL_ENCRYPTION_KEY: env().encryptionKey, DATABASE_URL: env().databaseUrl, LOG_LEVEL: "silent" };
  return spawn(process.execPath, ["--import", "tsx", "tests/support/run-worker.ts"], { env: { ...process.env, ...settings }, stdio: "ignore" });
}

it("A worker that is killed again and again under 500 events loses none, signs each rightly and repeats it under its id", async () => {
  const tenant = await createTenant({ name: "Acme" });
  const receiver = await openSignedReceiver({ answerAfterMs: 5 });
  const { received } = receiver;
  const { secret } = await createEndpoint(installationScope, { url: receiver.url, description: "", eventTypes: [], organizationIds: [] });
  receiver.trust(secret);
  const facts = Array.from({ length: EVENTS }, (_, n) => ({ type: "direct.member.update" as const, organizationId: tenant.organizationId, objectId: tenant.connectionId, wireId: "member-x", object: { n } }));
  for (const fact of facts) await transaction((tx) => recordEvents(tx, [fact]));
  for (let kills = 0; received.size < EVENTS; kills++) {
    const [worker, before] = [startWorker(), received.size];
    // Killed in the middle of its work while there is enough left, then left alone.
    while (received.size < Math.min(before + 60, EVENTS)) await new Promise((next) => setImmediate(next));
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(kills).toBeLessThan(20);
    // What it had in hand lapses in half a minute: here at once.
    await pool().query("UPDATE delivery SET next_attempt_at = now() WHERE status = 'pending'");
    await pool().query("UPDATE dispatch_batch SET lapses_at = now()");
  }
  receiver.close();
  const events = await findEvents(installationScope, { organizationId: tenant.organizationId, limit: 1000 });
  expect(receiver.wrong).toEqual([]);
  for (const bodies of received.values()) expect(new Set(bodies).size).toBe(1);
  expect(events.map((event) => event.sequence)).toEqual(Array.from({ length: EVENTS }, (_, n) => n + 1));
  expect([...received.keys()].sort()).toEqual(events.map((event) => `event-${event.id}`).sort());
}, 120_000);
