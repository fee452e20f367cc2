import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { assignRole } from "@/lib/directory/roles/assign-role";
import { createRole } from "@/lib/directory/roles/create-role";
import { findEffectiveRoles } from "@/lib/directory/roles/find-effective-roles";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { createTenant, installationScope } from "@/tests/support/create-tenant";
import { provisionPerson, pushGroup, setActive } from "@/tests/support/seed-directory";
import { findPortalRoles } from "./find-portal-roles";

it("What a user may do in the portal is what the directory says of the member: by hand, by group, by a group inside a group, and nothing once deactivated", async () => {
  const acme = await createTenant({ name: "Acme" });
  await createRole(installationScope, { roleId: "editor", description: "", permissions: [] });
  const [byHand, inner, left] = [await provisionPerson(acme, { name: "By hand" }), await provisionPerson(acme, { name: "Inner" }), await provisionPerson(acme, { name: "Left" })];
  const child = await pushGroup(acme, "Child", [inner, left]);
  const parent = await pushGroup(acme, "Parent", [byHand], [child]);
  await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: parent, roleId: "org_admin" }, { groupId: child, roleId: "editor" }] });
  await assignRole(acme.organizationScope, byHand.memberId, "editor");
  await setActive(left, false);
  const known = await findEffectiveRoles(acme.organizationScope, [byHand, inner, left].map((person) => person.memberId));
  for (const { memberId } of [byHand, inner, left]) {
    const { rows } = await pool().query<{ id: string }>(
      `WITH u AS (INSERT INTO "user" (id, email) VALUES (gen_random_uuid(), $1 || '@acme.test') RETURNING id) UPDATE member SET user_id = u.id FROM u WHERE member.id = $1::uuid RETURNING u.id`,
      [memberId],
    );
    const portal = await findPortalRoles(rows[0]?.id ?? "", acme.organizationId);
    expect([...portal].sort()).toEqual(known.get(memberId)?.inForce.map((role) => role.roleId).sort());
    expect((await findPortalRoles(rows[0]?.id ?? "", (await createTenant({ name: "Globex" })).organizationId)).size).toBe(0);
  }
  expect(known.get(inner.memberId)?.inForce.map((role) => role.roleId)).toEqual(["org_admin", "org_member", "editor"]);
});
