import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { findEvents } from "./find-events";
import { numberEvents } from "./number-events";
import { pruneEvents } from "./prune-events";
import { recordEvents } from "./record-events";

const happen = (tenant: Tenant, times: number) =>
  transaction((tx) => recordEvents(tx, Array.from({ length: times }, (_, n) => ({ type: "direct.member.update" as const, organizationId: tenant.organizationId, objectId: tenant.connectionId, wireId: "member-x", object: { n } }))));

it("Old events go, oldest first and without a gap among those that stay; a cursor from before says so", async () => {
  const tenant = await createTenant({ name: "Acme" });
  await happen(tenant, 6);
  await transaction((tx) => numberEvents(tx, 100));
  const old = (numbers: number[]) => pool().query("UPDATE event SET created_at = now() - make_interval(days => $2) WHERE sequence = ANY ($1::bigint[])", [numbers, env().eventDays + 1]);
  await old([1, 2, 3, 5]);
  expect(await pruneEvents()).toBe(3);
  const list = (after?: string) => findEvents(installationScope, { organizationId: tenant.organizationId, limit: 10, after });
  expect((await list()).map((event) => event.sequence)).toEqual([4, 5, 6]);
  expect((await list("3")).map((event) => event.sequence)).toEqual([4, 5, 6]);
  expect(await list("6")).toEqual([]);
  await expect(list("1")).rejects.toMatchObject({ code: "cursor_expired", details: { oldest_cursor: "3" } });
  await expect(findEvents(installationScope, { limit: 10, after: "1" })).rejects.toMatchObject({ code: "cursor_expired" });
  expect(await pruneEvents()).toBe(0);
});
