import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { pushGroup } from "@/tests/support/seed-directory";
import { assignRole } from "../roles/assign-role";
import { findRoleRow } from "../roles/find-role-row";
import { setRoleMappings } from "../roles/set-role-mappings";
import { type FindMembers, findMembers } from "./find-members";
import { narrowMembers } from "./narrow-members";
import { walkEveryMatch } from "./walk-every-match";

const PEOPLE = 6000;
let acme: Tenant;
let globex: Tenant;
let inGroup: string;

/** Many at once, by SQL: every second one is in the group, every fifth is deactivated, names come three times each. */
beforeAll(async () => {
  [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
  inGroup = await pushGroup(acme, "Half", []);
  await pool().query(
    `WITH person AS MATERIALIZED (SELECT n, gen_random_uuid() AS member, gen_random_uuid() AS registration, 'Person ' || n / 3 AS name, 'p' || n || '@acme.test' AS email, n % 5 <> 0 AS active FROM generate_series(1, $3::int) n),
     members AS (INSERT INTO member (id, organization_id, origin, status, email, email_key, name, updated_at) SELECT member, $1, 'scim', (CASE WHEN active THEN 'active' ELSE 'deactivated' END)::member_status, email, email, name, now() - n % 7 * interval '1 hour' FROM person),
     registrations AS (INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, active, attributes) SELECT registration, $2, $1, member, email, email, active, '{}' FROM person)
     INSERT INTO group_membership (group_id, registration_id, connection_id) SELECT $4, registration, $2 FROM person WHERE n % 2 = 0`,
    [acme.organizationId, acme.connectionId, PEOPLE, inGroup],
  );
  await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: inGroup, roleId: "org_admin" }] });
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM member WHERE email = 'p1@acme.test'");
  await assignRole(acme.organizationScope, rows[0]?.id ?? "", "org_admin");
  await pool().query("VACUUM ANALYZE member, registration, group_membership");
});

async function expectedIds(condition: string, order: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(`SELECT member.id FROM member LEFT JOIN registration ON registration.member_id = member.id WHERE member.organization_id = $1 AND (${condition}) ORDER BY ${order}`, [acme.organizationId]);
  return rows.map((row) => row.id);
}

async function compare(query: Partial<FindMembers>, condition: string, order = "lower(member.name), member.id"): Promise<void> {
  const expected = await expectedIds(condition, order);
  for (const totalUpTo of [undefined, 500]) {
    for (const offset of [0, 50, 1500, 2350, Math.max(0, expected.length - 40), expected.length + 50]) {
      const { members, total, isMore } = await findMembers(acme.organizationScope, { sort: "name", order: "asc", limit: 50, ...query, offset, totalUpTo });
      expect(members.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 50));
      expect(isMore || total === expected.length || offset > expected.length).toBe(true);
    }
  }
}

const member = "EXISTS (SELECT FROM group_membership WHERE group_membership.registration_id = registration.id)";

it("Every page of a filter shows whom it should, in order, however far behind it is", async () => {
  const role = (await findRoleRow(acme.organizationScope, "org_admin")) ?? "";
  await compare({}, "true");
  await compare({ groupId: inGroup }, member);
  await compare({ roleId: role }, `member.status = 'active' AND (${member} OR member.email = 'p1@acme.test')`);
});

it("So it does backwards, with several filters and by the last change", async () => {
  await compare({ connectionId: acme.connectionId, order: "desc" }, "true", "lower(member.name) DESC, member.id DESC");
  await compare({ search: "7", status: "deactivated", groupId: inGroup }, `member.status = 'deactivated' AND ${member} AND (member.name LIKE '%7%' OR member.email LIKE '%7%')`);
  await compare({ groupId: inGroup, sort: "updated" }, member, "member.updated_at, member.id");
});

it("So it does in the order of status", async () => {
  await compare({ sort: "status" }, "true", "member.status, member.id");
  await compare({ sort: "status", order: "desc", search: "7" }, "member.name LIKE '%7%' OR member.email LIKE '%7%'", "member.status DESC, member.id DESC");
});

it("So it does in other orders, with a status, and with filters of which one says what another does", async () => {
  const role = (await findRoleRow(acme.organizationScope, "org_admin")) ?? "";
  const everyones = (await findRoleRow(acme.organizationScope, "org_member")) ?? "";
  await compare({ groupId: inGroup, connectionId: acme.connectionId, sort: "email", order: "desc", status: "active" }, `member.status = 'active' AND ${member}`, "member.email_key DESC, member.id DESC");
  await compare({ groupId: inGroup, roleId: role, search: "p", sort: "created" }, `member.status = 'active' AND ${member}`, "member.created_at, member.id");
  await compare({ roleId: everyones }, "member.status = 'active'");
  await compare({ connectionId: globex.connectionId }, "false");
});

it("A page far behind in what a search or a filter finds asks no row of a person", async () => {
  for (const query of [{ search: "p" }, { connectionId: acme.connectionId }, { groupId: inGroup }]) {
    const filter = { sort: "name", order: "asc", offset: 2000, limit: 50, ...query } as const;
    const { text, values } = walkEveryMatch(acme.organizationScope, filter, await narrowMembers(acme.organizationScope, filter));
    const { rows } = await pool().query<{ "QUERY PLAN": string }>(`EXPLAIN (COSTS OFF) ${text}`, values);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("Index Only Scan using member_organization_id_name on member");
  }
});

it("A page in the middle of everybody is found in the index by name, without a look at the people before it", async () => {
  const { rows } = await pool().query<{ "QUERY PLAN": string }>(
    "EXPLAIN (ANALYZE, TIMING OFF) SELECT member.id, member.name FROM member WHERE member.organization_id = $1 AND member.deleted_at IS NULL ORDER BY lower(member.name), member.id LIMIT 51 OFFSET 2950",
    [acme.organizationId],
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain("Index Only Scan using member_organization_id_name");
  expect(plan).not.toContain("Sort");
});
