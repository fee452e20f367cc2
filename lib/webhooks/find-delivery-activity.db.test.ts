import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createTenant, installationScope } from "@/tests/support/create-tenant";
import { createEndpoint } from "./create-endpoint";
import { findDeliveryActivity } from "./find-delivery-activity";

it("The deliveries of a day, a week or a month are counted by step and by how they stand, with how long the receiver took", async () => {
  env().encryptionKey ??= "ab".repeat(32);
  const tenant = await createTenant();
  const add = async () => (await createEndpoint(installationScope, { url: "https://app.example/hook", description: "", eventTypes: [], organizationIds: [] })).endpoint.id;
  const [endpoint, other] = [await add(), await add()];
  const deliver = async (to: string, hoursAgo: number, status: string, attempts: number, ms: number | null) => {
    const event = randomUUID();
    await pool().query("INSERT INTO event (id, organization_id, type, object_id, payload) VALUES ($1, $2, 'direct.member.update', $1, '{}')", [event, tenant.organizationId]);
    await pool().query("INSERT INTO delivery (id, event_id, endpoint_id, status, attempt_count, duration_ms, created_at) VALUES (gen_random_uuid(), $1, $2, $3::delivery_status, $4, $5, date_trunc('hour', now()) - $6 * interval '1 hour')", [event, to, status, attempts, ms, hoursAgo]);
  };
  for (const ms of [10, 20, 30]) await deliver(endpoint, 2, "delivered", 1, ms);
  await deliver(endpoint, 2, "delivered", 3, 1000);
  await deliver(endpoint, 7, "delivered", 1, 40);
  await pool().query("INSERT INTO attempt (id, delivery_id, at, duration_ms, outcome) SELECT gen_random_uuid(), id, now(), 5, 'refused' FROM delivery WHERE duration_ms = 40");
  await deliver(endpoint, 0, "pending", 1, null);
  await deliver(endpoint, 5, "exhausted", 10, null);
  await deliver(endpoint, 24, "delivered", 1, 5);
  await deliver(other, 2, "delivered", 1, 5);
  await deliver(endpoint, 400, "exhausted", 10, null);
  const { spans: hours, capped } = await findDeliveryActivity(installationScope, endpoint, "day");
  expect([hours.length, capped]).toEqual([24, false]);
  expect(hours[21]).toMatchObject({ first: 3, retried: 1, waiting: 0, exhausted: 0, p50: 25, p95: expect.closeTo(854.5, 1) });
  expect(hours[23]).toMatchObject({ first: 0, waiting: 1, p50: null, p95: null });
  expect(hours[16]).toMatchObject({ first: 0, retried: 1 });
  expect(hours[18]).toMatchObject({ exhausted: 1 });
  expect(hours.reduce((sum, { first }) => sum + first, 0)).toBe(3);
  const [week, month] = [await findDeliveryActivity(installationScope, endpoint, "week"), await findDeliveryActivity(installationScope, endpoint, "month")];
  const total = (key: "first" | "exhausted", { spans }: typeof week) => spans.reduce((sum, span) => sum + span[key], 0);
  expect([week.spans.length, total("first", week), total("exhausted", week)]).toEqual([28, 4, 1]);
  expect([month.spans.length, total("first", month), total("exhausted", month)]).toEqual([30, 4, 2]);
});
