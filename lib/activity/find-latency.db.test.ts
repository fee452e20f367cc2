import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, installationScope } from "@/tests/support/create-tenant";
import { estimate, findLatency } from "./find-latency";

describe("How fast calls were answered", () => {
  it("is told by the hour over all connections, and by longer steps over a week or a month", async () => {
    const [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    const count = (connection: string, hoursAgo: number, calls: number, durations: number[]) =>
      pool().query("INSERT INTO connection_activity (connection_id, hour, calls, durations) VALUES ($1, date_trunc('hour', now()) - $2 * interval '1 hour', $3, $4)", [connection, hoursAgo, calls, durations]);
    await count(acme.connectionId, 1, 10, [10, 0, 0, 0, 0, 0, 0, 0, 0]);
    await count(globex.connectionId, 1, 10, [0, 0, 0, 0, 0, 10, 0, 0, 0]);
    await count(acme.connectionId, 30, 5, [5, 0, 0, 0, 0, 0, 0, 0, 0]);
    await count(acme.connectionId, 400, 7, [7, 0, 0, 0, 0, 0, 0, 0, 0]);
    const hours = await findLatency(installationScope, "day");
    expect(hours).toHaveLength(24);
    expect(hours[22]).toMatchObject({ calls: 20, p50: 5, p95: 235 });
    expect(hours[23]).toMatchObject({ calls: 0, p50: null, p95: null });
    const total = (spans: { calls: number }[]) => spans.reduce((sum, { calls }) => sum + calls, 0);
    expect(total(hours)).toBe(20);
    const [week, month] = [await findLatency(installationScope, "week"), await findLatency(installationScope, "month")];
    expect([week.length, total(week), month.length, total(month)]).toEqual([28, 25, 30, 32]);
    expect(week.map(({ from }) => from.getUTCHours() % 6)).toEqual(week.map(() => 0));
  });

  it("is estimated inside the class that holds the share", () => {
    expect(estimate([0, 4], 0.5)).toBe(7.5);
    expect(estimate([0, 0, 0, 0, 0, 0, 0, 0, 1], 0.95)).toBeCloseTo(1950);
    expect(estimate([], 0.5)).toBeNull();
  });
});
