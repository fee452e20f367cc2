import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { addMemberOf, addUser, assignRole, mapGroup } from "@/tests/support/portal-people";
import { pushGroup, setActive } from "@/tests/support/seed-directory";
import { authorizeOrganization } from "./authorize-organization";
import type { Caller } from "./identify-caller";
import type { SessionUser } from "./read-session";

const refused = (code: string) => expect.objectContaining({ code });

function callerOf(user: SessionUser): Caller {
  return { actor: { type: "user", id: user.id, label: user.email, remoteAddress: null }, user };
}

describe("Who may open an organization", () => {
  let acme: Tenant;
  let globex: Tenant;
  let user: SessionUser;
  let caller: Caller;

  beforeEach(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    user = await addUser("ada@example.test");
    caller = callerOf(user);
  });

  it("An admin by hand opens their own organization and no other", async () => {
    const member = await addMemberOf(acme, user);
    await assignRole(acme, member.memberId, "org_admin");
    const opened = await authorizeOrganization(caller, acme.slug, "connection.create");
    expect(opened.scope.organizationId).toBe(acme.organizationId);
    await expect(authorizeOrganization(caller, globex.slug)).rejects.toEqual(refused("organization_not_found"));
    await expect(authorizeOrganization(caller, "no-such-organization")).rejects.toEqual(refused("organization_not_found"));
  });

  it("A role held in one organization gives nothing in another where one is a plain member", async () => {
    await assignRole(acme, (await addMemberOf(acme, user)).memberId, "org_admin");
    await addMemberOf(globex, user);
    await expect(authorizeOrganization(caller, globex.organizationId)).rejects.toEqual(refused("organization_not_found"));
  });

  it("A group mapped to org_admin opens it, also through a nested group, and leaving the group closes it at once", async () => {
    const person = await addMemberOf(acme, user);
    const inner = await pushGroup(acme, "Helpdesk", [person]);
    await mapGroup(acme, await pushGroup(acme, "IT", [], [inner]), "org_admin");
    await expect(authorizeOrganization(caller, acme.slug, "member.get")).resolves.toBeTruthy();
    await pool().query("DELETE FROM group_membership WHERE registration_id = $1", [person.registrationId]);
    await expect(authorizeOrganization(caller, acme.slug)).rejects.toEqual(refused("organization_not_found"));
  });

  it("Being deactivated ends access at the next request, and reactivation restores it", async () => {
    const person = await addMemberOf(acme, user);
    await assignRole(acme, person.memberId, "org_admin");
    await setActive(person, false);
    await expect(authorizeOrganization(caller, acme.slug)).rejects.toEqual(refused("organization_not_found"));
    await setActive(person, true);
    await expect(authorizeOrganization(caller, acme.slug)).resolves.toBeTruthy();
  });

  it("An inactive registration and a deleted connection give nothing", async () => {
    const person = await addMemberOf(acme, user);
    await mapGroup(acme, await pushGroup(acme, "IT", [person]), "org_admin");
    await pool().query("UPDATE registration SET active = false WHERE id = $1", [person.registrationId]);
    await expect(authorizeOrganization(caller, acme.slug)).rejects.toEqual(refused("organization_not_found"));
    await pool().query("UPDATE registration SET active = true WHERE id = $1", [person.registrationId]);
    await pool().query("UPDATE connection SET status = 'deleted' WHERE id = $1", [acme.connectionId]);
    await expect(authorizeOrganization(caller, acme.slug)).rejects.toEqual(refused("organization_not_found"));
  });

  it("A suspended organization refuses its admins in plain words, operators still see it", async () => {
    await assignRole(acme, (await addMemberOf(acme, user)).memberId, "org_admin");
    await pool().query("UPDATE organization SET status = 'suspended' WHERE id = $1", [acme.organizationId]);
    await expect(authorizeOrganization(caller, acme.slug)).rejects.toEqual(refused("organization_suspended"));
    await expect(authorizeOrganization(callerOf({ ...user, operator: true }), acme.slug)).resolves.toBeTruthy();
  });

  it("An org admin has no permission of the installation", async () => {
    await assignRole(acme, (await addMemberOf(acme, user)).memberId, "org_admin");
    await expect(authorizeOrganization(caller, acme.slug, "organization.delete")).rejects.toEqual(refused("unauthorized_action"));
  });

  it("An organization is found by wire id, bare id, slug and external id", async () => {
    await pool().query("UPDATE organization SET external_id = 'crm|42' WHERE id = $1", [acme.organizationId]);
    const operator = callerOf({ ...user, operator: true });
    for (const name of [`organization-${acme.organizationId}`, acme.organizationId.toUpperCase(), acme.slug, "crm|42"]) {
      expect((await authorizeOrganization(operator, name)).scope.organizationId).toBe(acme.organizationId);
    }
  });
});
