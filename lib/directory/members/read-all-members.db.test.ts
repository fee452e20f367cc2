import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { provisionPerson } from "@/tests/support/seed-directory";
import { readAllMembers } from "./read-all-members";

describe("Reading all members for an export", () => {
  let acme: Tenant;
  let globex: Tenant;

  beforeAll(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    await pool().query(
      `INSERT INTO member (id, organization_id, origin, status, email, email_key, name)
       SELECT gen_random_uuid(), $1, 'scim', 'active', 'p' || n || '@acme.test', 'p' || n || '@acme.test', 'Person ' || lpad(n::text, 4, '0') FROM generate_series(1, 1203) AS n`,
      [acme.organizationId],
    );
    await provisionPerson(acme, { name: "Zoe Last", externalId: "ext-zoe" });
    await provisionPerson(globex, { name: "Ada Foreign" });
  });

  it("brings everyone of the organization once, in order, over several batches", async () => {
    const { total, batches } = await readAllMembers(acme.organizationScope, { sort: "name", order: "asc" });
    const names: string[] = [];
    for await (const batch of batches) names.push(...batch.map(({ name }) => name));
    expect(total).toBe(1204);
    expect(new Set(names).size).toBe(1204);
    expect([names[0], names.at(-1)]).toEqual(["Person 0001", "Zoe Last"]);
  });

  it("respects the list's filters", async () => {
    const { total, batches } = await readAllMembers(acme.organizationScope, { search: "EXT-zoe", sort: "name", order: "desc" });
    expect(total).toBe(1);
    expect((await batches.next()).value).toMatchObject([{ name: "Zoe Last" }]);
  });
});
