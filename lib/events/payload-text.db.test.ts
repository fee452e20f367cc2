import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant } from "@/tests/support/create-tenant";
import { memberPayload } from "./event-payload";
import { memberText, timestampText } from "./payload-text";

it("a member's change written as text says to the letter what the one that PostgreSQL builds says", async () => {
  const { organizationId } = await createTenant();
  await pool().query(
    `INSERT INTO member (id, organization_id, origin, status, email, email_key, name, external_id)
     SELECT gen_random_uuid(), $1, 'direct', status::member_status, n || '@acme.test', n || '@acme.test', name, external_id
     FROM (VALUES (1, 'active', 'Zoë "Z" O''Neil \\ \u2028 𝒳', NULL), (2, 'invited', E'a\\tb\\nc', 'x"y\\z'), (3, 'deactivated', '', '')) AS person (n, status, name, external_id)`,
    [organizationId],
  );
  const roles = `'[{"role_id":"org_member","sources":[]}]'`;
  const head = { eventId: "'01a2'", action: "UPDATE", source: "'DASHBOARD'", now: timestampText("now()") };
  const { rows } = await pool().query<{ text: unknown; built: unknown }>(
    `SELECT ${memberText(head, "p", roles)}::jsonb AS text, ${memberPayload({ ...head, action: "'UPDATE'", organizationId: "p.organization_id" }, "p", `jsonb_build_object('roles', ${roles}::jsonb)`)} AS built
     FROM member p WHERE p.organization_id = $1`,
    [organizationId],
  );
  expect(rows).toHaveLength(3);
  for (const { text, built } of rows) expect(text).toEqual(built);
});
