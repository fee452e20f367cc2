import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { assignRole } from "@/lib/directory/roles/assign-role";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { createTenant } from "@/tests/support/create-tenant";
import { provisionPerson, pushGroup, setActive } from "@/tests/support/seed-directory";
import { findAdmins } from "./find-admins";

it("The admins of an organization are those whom its roles make one now, each with the way: by hand, by group, by a group inside a group", async () => {
  const [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
  const person = (name: string) => provisionPerson(acme, { name });
  const [both, inner, left, plain] = [await person("Both"), await person("Inner"), await person("Left"), await person("Plain")];
  const child = await pushGroup(acme, "Child", [inner, left]);
  const parent = await pushGroup(acme, "Parent", [both], [child]);
  await pushGroup(acme, "Other", [plain]);
  await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: parent, roleId: "org_admin" }] });
  await assignRole(acme.organizationScope, both.memberId, "org_admin");
  await setActive(left, false);
  const found = await findAdmins(acme.organizationScope);
  expect(found.map(({ name, direct, groups }) => [name, direct, groups])).toEqual([
    ["Both", true, ["Parent"]],
    ["Inner", false, ["Parent"]],
  ]);
  expect(await findAdmins(globex.organizationScope)).toEqual([]);
  await pool().query("UPDATE connection SET status = 'deleted' WHERE id = $1", [acme.connectionId]);
  expect((await findAdmins(acme.organizationScope)).map(({ name, direct, groups }) => [name, direct, groups])).toEqual([["Both", true, []]]);
});
