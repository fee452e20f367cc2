import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { provisionPerson } from "@/tests/support/seed-directory";
import { callScim } from "@/tests/support/scim-client";
import { decideDepartures } from "./decide-departures";

const many = 10_000;

/** An open case of so many people who were suspended, in a group that gives them nothing, made in the database. */
async function suspendMany(tenant: Tenant): Promise<string> {
  const caseId = uuidv7();
  const people = Array.from({ length: many }, (_, at) => ({ id: uuidv7(), member_id: uuidv7(), departure_id: uuidv7(), name: `p${String(at)}@example.com` }));
  const values = [tenant.organizationId, tenant.connectionId, JSON.stringify(people)];
  const rows = "jsonb_to_recordset($3) AS t (id uuid, member_id uuid, departure_id uuid, name text)";
  await pool().query(`INSERT INTO member (id, organization_id, origin, status, email, email_key) SELECT member_id, $1, 'scim', 'deactivated', name, name FROM ${rows} WHERE $2::uuid IS NOT NULL`, values);
  await pool().query(
    `INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, active, attributes)
     SELECT id, $2, $1, member_id, name, name, false, jsonb_build_object('userName', name, 'active', false) FROM ${rows}`,
    values,
  );
  await pool().query(`INSERT INTO brake_case (id, organization_id, connection_id, mode, people, percent, base) VALUES ($3, $1, $2, 'suspend', 10, 10, ${String(many)})`, [tenant.organizationId, tenant.connectionId, caseId]);
  await pool().query(
    `INSERT INTO departure (id, organization_id, connection_id, case_id, member_id, registration_id, kind, state, at)
     SELECT departure_id, $1, $2, $4, member_id, id, 'deactivate', 'suspended', now() FROM ${rows}`,
    [...values, caseId],
  );
  return caseId;
}

describe("The departure of 10 000 people", () => {
  let acme: Tenant;
  let caseId: string;
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
    caseId = await suspendMany(acme);
  });

  it("is undone in batches: nobody else's call waits for it, each person has one event, and the case shows how far it is", async () => {
    const other = await provisionPerson(acme, { name: "Bystander", attributes: { userName: "bystander@acme.test" } });
    const read = async () => (await pool().query<{ active: number }>("SELECT count(*)::int AS active FROM member WHERE organization_id = $1 AND status = 'active'", [acme.organizationId])).rows[0]?.active ?? 0;
    const seen: number[] = [];
    const waits: number[] = [];
    let done = false;
    const began = performance.now();
    const undo = decideDepartures(acme.organizationScope, { connectionId: acme.connectionId, caseId, decision: "undo" }).finally(() => (done = true));
    while (!done) {
      const before = performance.now();
      const reply = await callScim(acme, "PATCH", `/Users/${other.registrationId}`, { Operations: [{ op: "replace", path: "displayName", value: `Bystander ${String(waits.length)}` }] });
      waits.push(performance.now() - before);
      expect(reply.status).toBe(200);
      seen.push(await read());
    }
    const { people, brakeCase } = await undo;
    // Were it one transaction, a call of the same connection could wait for all of it.
    expect(Math.max(...waits)).toBeLessThan((performance.now() - began) / 3);
    expect([people, brakeCase.status, brakeCase.counts.undone]).toEqual([many, "closed", many]);
    expect(await read()).toBe(many + 1);
    expect(new Set(seen).size).toBeGreaterThan(2);
    const { rows } = await pool().query<{ events: number; people: number }>(`SELECT count(*)::int AS events, count(DISTINCT object_id)::int AS people FROM event WHERE organization_id = $1 AND type = 'direct.member.update'`, [acme.organizationId]);
    expect(rows).toEqual([{ events: many, people: many }]);
  }, 120_000);
});
