import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { warnOfTokenExpiry } from "./warn-of-token-expiry";

const setExpiry = (tenant: Tenant, left: string, created = "60 days") =>
  pool().query("UPDATE connection_token SET expires_at = now() + $2::interval, created_at = now() - $3::interval, warned_days = NULL WHERE id = $1", [tenant.tokenId, left, created]);
const warned = async (tenant: Tenant) =>
  (await pool().query<{ after: { days: number } }>("SELECT after FROM audit_entry WHERE organization_id = $1 AND action = 'connection.token_expiry' ORDER BY at, id", [tenant.organizationId])).rows.map((row) => row.after.days);

describe("Admins are told that a token ends", () => {
  let tenant: Tenant;
  beforeEach(async () => (tenant = await createTenant({ name: "Acme" })));

  it("once at each of 30, 14, 7 and 1 days, also when several workers look at the same moment", async () => {
    for (const left of ["31 days", "29 days", "28 days", "13 days", "6 days", "5 hours"]) {
      await pool().query("UPDATE connection_token SET expires_at = now() + $2::interval, created_at = now() - interval '90 days' WHERE id = $1", [tenant.tokenId, left]);
      await Promise.all([warnOfTokenExpiry(), warnOfTokenExpiry(), warnOfTokenExpiry()]);
    }
    expect(await warned(tenant)).toEqual([30, 14, 7, 1]);
  });

  it("with the nearest warning only when nobody looked for long", async () => {
    await setExpiry(tenant, "2 days");
    await warnOfTokenExpiry();
    expect(await warned(tenant)).toEqual([7]);
  });

  it("not on the day that a short-lived token is made, and not after its end or revocation", async () => {
    await setExpiry(tenant, "30 days", "0 days");
    await warnOfTokenExpiry();
    await setExpiry(tenant, "-1 days");
    await warnOfTokenExpiry();
    await setExpiry(tenant, "1 days");
    await pool().query("UPDATE connection_token SET revoked_at = now() WHERE id = $1", [tenant.tokenId]);
    await warnOfTokenExpiry();
    expect(await warned(tenant)).toEqual([]);
  });
});
