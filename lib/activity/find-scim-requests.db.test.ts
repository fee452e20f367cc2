import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { findScimRequests } from "./find-scim-requests";
import { getScimRequest } from "./get-scim-request";
import { presentScimRequest } from "./present-scim-request";

type Call = { method?: string; path?: string; status?: number; body?: string | null; detail?: string | null; resourceId?: string | null; at?: Date };

async function log(tenant: Tenant, call: Call = {}): Promise<string> {
  const id = uuidv7();
  const { method = "GET", path = "/Users", status = 200, body = null, detail = null, resourceId = null, at = new Date() } = call;
  await pool().query(
    `INSERT INTO scim_request (id, organization_id, connection_id, token_id, received_at, method, path, operation, status, request_body, detail, resource_id, duration_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'test', $8, $9, $10, $11, 1.5)`,
    [id, tenant.organizationId, tenant.connectionId, tenant.tokenId, at, method, path, status, body, detail, resourceId],
  );
  return id;
}

const ids = async (tenant: Tenant, filter: Partial<Parameters<typeof findScimRequests>[1]> = {}): Promise<string[]> =>
  (await findScimRequests(tenant.organizationScope, { limit: 50, ...filter })).requests.map(({ id }) => id);

describe("the list of calls", () => {
  it("is the organization's own, newest first", async () => {
    const [ours, theirs] = [await createTenant(), await createTenant({ name: "Globex" })];
    const first = await log(ours, { at: new Date("2026-01-01T10:00:00Z") });
    const second = await log(ours, { at: new Date("2026-01-01T10:00:01Z") });
    const foreign = await log(theirs);
    expect(await ids(ours)).toEqual([second, first]);
    await expect(getScimRequest(ours.organizationScope, foreign)).rejects.toMatchObject({ kind: "not_found" });
    expect(await ids(ours, { connectionId: theirs.connectionId })).toEqual([]);
  });

  it("is read a page at a time, also where calls came in the same instant", async () => {
    const tenant = await createTenant();
    const at = new Date("2026-01-01T10:00:00.123Z");
    for (let count = 0; count < 5; count++) await log(tenant, { at });
    const all = await ids(tenant);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await findScimRequests(tenant.organizationScope, { limit: 2, cursor });
      seen.push(...page.requests.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all);
    await expect(findScimRequests(tenant.organizationScope, { limit: 2, cursor: "bm9uc2Vuc2U" })).rejects.toMatchObject({ code: "invalid_cursor" });
  });

  it("narrows to failures, changes, people and a text, taken literally", async () => {
    const tenant = await createTenant();
    const list = await log(tenant);
    const added = await log(tenant, { method: "POST", status: 201, body: '{"userName":"ada_l@example.com"}' });
    const refused = await log(tenant, { method: "PATCH", path: "/Groups/1", status: 404, detail: "Not 100% there" });
    expect(await ids(tenant, { failuresOnly: true })).toEqual([refused]);
    expect((await ids(tenant, { show: "changes" })).sort()).toEqual([added, refused].sort());
    expect((await ids(tenant, { show: "people" })).sort()).toEqual([list, added].sort());
    expect(await ids(tenant, { search: "ada_L" })).toEqual([added]);
    expect(await ids(tenant, { search: "0% the" })).toEqual([refused]);
    expect(await ids(tenant, { search: "adaXl" })).toEqual([]);
  });

  it("tells who a call was about, with and without a person that is still there", async () => {
    const tenant = await createTenant();
    await log(tenant, { method: "POST", status: 409, body: '{"userName":"ada@example.com"}' });
    const [request] = (await findScimRequests(tenant.organizationScope, { limit: 1 })).requests;
    expect(request && presentScimRequest(request)).toMatchObject({ subject: "ada@example.com", action: "create_user", cause: "duplicate_user" });
  });
});
