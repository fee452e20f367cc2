import { expect, test } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { createTenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { findMember } from "../members/find-member";
import { findMemberHistory } from "../members/find-member-history";
import { assignRole } from "./assign-role";
import { explainRoles } from "./explain-roles";
import { setRoleMappings } from "./set-role-mappings";

test("A role is explained by the calls and edits that led to it, nested groups included; its loss is in the history", async () => {
  const acme = await createTenant();
  const scope = { ...acme.organizationScope, actor: { ...acme.organizationScope.actor, label: "Sam" } };
  await pool().query("insert into role (id, role_id) values (gen_random_uuid(), 'editor'), (gen_random_uuid(), 'billing') on conflict do nothing");
  const make = async (path: string, body: object) => String((await callScim(acme, "POST", path, body)).body.id);
  const ada = await make("/Users", { userName: "ada@acme.example" });
  const team = await make("/Groups", { displayName: "Compilers", members: [{ value: ada }] });
  const all = await make("/Groups", { displayName: "Engineering", members: [{ value: team }] });
  await setRoleMappings(scope, { connectionId: acme.connectionId, mappings: [{ groupName: "Engineering", roleId: "editor" }] });
  const { rows } = await pool().query<{ id: string }>("select member_id as id from registration where id = $1", [ada]);
  const memberId = rows[0]?.id ?? "";
  await assignRole(scope, memberId, "billing");
  await flushRequestLog();
  const calls = await pool().query<{ id: string; path: string; resource_id: string }>("select id, path, resource_id from scim_request where connection_id = $1", [acme.connectionId]);
  const callOf = (id: string) => ({ id: calls.rows.find((row) => row.resource_id === id)?.id, connectionId: acme.connectionId });

  const member = await findMember(scope, memberId);
  const reasons = await explainRoles(scope, memberId, member?.inForce ?? []);
  expect(reasons.get("editor")).toMatchObject([
    [
      { kind: "joined", group: { id: team, name: "Compilers" }, call: callOf(team) },
      { kind: "nested", child: { id: team }, group: { id: all, name: "Engineering" }, call: callOf(all) },
      { kind: "mapped", group: { name: "Engineering" }, actor: "Sam" },
    ],
  ]);
  expect(reasons.get("billing")).toMatchObject([[{ kind: "assigned", actor: "Sam" }]]);

  await callScim(acme, "PATCH", `/Groups/${all}`, { Operations: [{ op: "remove", path: `members[value eq "${team}"]` }] });
  await flushRequestLog();
  const last = await pool().query<{ id: string }>("select id from scim_request where connection_id = $1 order by received_at desc limit 1", [acme.connectionId]);
  const [latest] = await findMemberHistory(scope, memberId, 5);
  expect(latest).toMatchObject({ kind: "roles_changed", roles: { gained: [], lost: ["editor"] }, call: { id: last.rows[0]?.id } });
});
