import { beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, type Acceptance } from "@/lib/auth/accept-invitation";
import { checkPassword } from "@/lib/auth/check-password";
import { findPortalRoles } from "@/lib/auth/find-portal-roles";
import { openInvitation } from "@/lib/auth/open-invitation";
import { pool } from "@/lib/db/client";
import { findMemberHistory } from "@/lib/directory/members/find-member-history";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { addUser } from "@/tests/support/portal-people";
import { provisionPerson, setActive } from "@/tests/support/seed-directory";
import { createInvitation } from "./create-invitation";
import { findInvitations } from "./find-invitations";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

const refused = (code: string) => expect.objectContaining({ code });
const tokenOf = (invitation: { url: string | null }) => (invitation.url ?? "").split("/").at(-1) ?? "";
const newcomer = (token: string): Acceptance => ({ token, newAccount: { name: "Ada", password: "a long password" }, user: null, remoteAddress: null });

describe("Invitations of an org admin", () => {
  let acme: Tenant;
  let globex: Tenant;
  beforeEach(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
  });
  const invite = (email: string, vouched = true) => createInvitation(acme.organizationScope, { email, name: "", vouched });

  it("Accepting once makes an account that administers the organization; the link is then dead, only its hash stored", async () => {
    const email = `ada-${acme.slug}@example.test`;
    const invitation = await invite(email);
    const stored = await pool().query("SELECT * FROM invitation");
    expect(JSON.stringify(stored.rows)).not.toContain(tokenOf(invitation));
    expect(await findInvitations(acme.organizationScope)).toHaveLength(1);
    expect(await findInvitations(globex.organizationScope)).toHaveLength(0);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(newcomer(tokenOf(invitation)))));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const user = await checkPassword(email, "a long password", "10.9.0.1");
    expect(await findPortalRoles(user?.id ?? "", acme.organizationId)).toContain("org_admin");
    expect((await findPortalRoles(user?.id ?? "", globex.organizationId)).size).toBe(0);
    expect(await openInvitation(tokenOf(invitation))).toBeNull();
  });

  it("An existing account is never given a password: its owner accepts signed in, nobody else", async () => {
    const [owner, other] = [await addUser("owner@example.test"), await addUser("other@example.test")];
    const invitation = await invite(owner.email);
    await expect(acceptInvitation(newcomer(tokenOf(invitation)))).rejects.toEqual(refused("account_exists"));
    const signedIn = (user: typeof owner | null) => acceptInvitation({ token: tokenOf(invitation), newAccount: null, user, remoteAddress: null });
    await expect(signedIn(null)).rejects.toEqual(refused("sign_in_required"));
    await expect(signedIn(other)).rejects.toEqual(refused("other_account"));
    await expect(signedIn(owner)).resolves.toMatchObject({ organizationSlug: acme.slug });
    expect(await findPortalRoles(owner.id, acme.organizationId)).toContain("org_admin");
  });

  it("A link that an org admin could read proves no e-mail: the account is not tied to other organizations", async () => {
    const email = `victim-${acme.slug}@example.test`;
    await provisionPerson(globex, { name: "Victim", email });
    await acceptInvitation(newcomer(tokenOf(await invite(email, false))));
    const linked = await pool().query("SELECT 1 FROM member WHERE organization_id = $1 AND user_id IS NOT NULL", [globex.organizationId]);
    expect(linked.rowCount).toBe(0);
  });

  it("Sending again replaces the link; revoking ends it and removes who was only invited", async () => {
    const first = await invite(`bo-${acme.slug}@example.test`);
    const again = await resendInvitation(acme.organizationScope, first.id, true);
    expect(await openInvitation(tokenOf(first))).toBeNull();
    expect(await openInvitation(tokenOf(again))).not.toBeNull();
    await expect(revokeInvitation(globex.organizationScope, first.id)).rejects.toEqual(refused("invitation_not_found"));
    await revokeInvitation(acme.organizationScope, first.id);
    expect(await openInvitation(tokenOf(again))).toBeNull();
    const member = await pool().query("SELECT status FROM member WHERE id = $1", [first.memberId]);
    expect(member.rows).toEqual([{ status: "deleted" }]);
    const history = (tenant: Tenant) => findMemberHistory(tenant.organizationScope, first.memberId, 10);
    expect((await history(acme)).map(({ kind }) => kind)).toEqual(["invitation_revoke", "invitation_resend", "invitation_create"]);
    expect(await history(globex)).toEqual([]);
  });

  it("An expired link is dead, and an invitation is no way around the directory", async () => {
    const late = await invite(`late-${acme.slug}@example.test`);
    await pool().query("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1", [late.id]);
    await expect(acceptInvitation(newcomer(tokenOf(late)))).rejects.toEqual(refused("invitation_not_found"));
    const gone = await provisionPerson(acme, { name: "Gone", email: `gone-${acme.slug}@example.test` });
    await setActive(gone, false);
    await expect(invite(`gone-${acme.slug}@example.test`)).rejects.toEqual(refused("member_deactivated"));
  });
});
