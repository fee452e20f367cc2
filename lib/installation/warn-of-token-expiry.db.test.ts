import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { startMailServer, type MailServer } from "@/tests/support/mail-server";
import { addAdmin } from "@/tests/support/portal-people";
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

describe("By e-mail, over SMTP", () => {
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
    env().smtpUrl = mail.url;
    env().sessionSecret ??= "a secret of thirty-two characters";
  });
  afterAll(async () => {
    delete env().smtpUrl;
    await mail.stop();
  });

  it("each admin reads in their language which token ends when and where to replace it, as text and as HTML", async () => {
    const tenant = await createTenant({ name: "Acme" });
    await pool().query("UPDATE organization SET name = $2 WHERE id = $1", [tenant.organizationId, "Acme & <Sons>"]);
    const [ada, grete] = [await addAdmin(tenant, "ada@acme.example"), await addAdmin(tenant, "grete@acme.example")];
    await pool().query(`UPDATE "user" SET locale = 'de' WHERE id = $1`, [grete.user.id]);
    await setExpiry(tenant, "6 days");
    await warnOfTokenExpiry();
    const { rows } = await pool().query<{ four: string; day: string }>("SELECT last_four AS four, to_char(expires_at AT TIME ZONE 'UTC', 'FMMonth FMDD, YYYY') AS day FROM connection_token WHERE id = $1", [tenant.tokenId]);
    const [{ four, day } = { four: "", day: "" }] = rows;
    const url = `${env().publicUrl}/organizations/${tenant.slug}/connections/${tenant.connectionId}`;
    const english = await mail.take(ada.user.email);
    expect(english.subject).toMatch(/^The token of .+ ends in 7 days$/);
    for (const said of [`ending in ${four}`, day, "of Acme & <Sons>", url]) expect(english.text).toContain(said);
    expect(english.html).toContain(`href="${url}"`);
    expect(english.html).toContain(">Replace the token</a>");
    expect(english.html).toContain(`ending in ${four}`);
    expect(english.html).toContain("Acme &#38; &#60;Sons&#62;");
    expect(english.html).not.toMatch(/<img|<script|<Sons>/);
    const german = await mail.take(grete.user.email);
    expect(german.html).toContain('<html lang="de">');
    expect(german.html).toContain(">Token ersetzen</a>");
  });
});
