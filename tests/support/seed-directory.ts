import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import type { Tenant } from "./create-tenant";

type Person = { name: string; email?: string; active?: boolean; attributes?: Record<string, unknown>; externalId?: string };

/** A person as an IdP provisioned them, written straight into the tables. */
export async function provisionPerson(tenant: Tenant, { name, email, active = true, attributes = {}, externalId }: Person) {
  const [memberId, registrationId] = [uuidv7(), uuidv7()];
  const address = email ?? `${name.toLowerCase().replaceAll(" ", ".")}@acme.test`;
  await pool().query(
    `INSERT INTO member (id, organization_id, origin, status, email, email_key, name) VALUES ($1, $2, 'scim', $3, $4, lower($4), $5)`,
    [memberId, tenant.organizationId, active ? "active" : "deactivated", address, name],
  );
  await pool().query(
    `INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, attributes)
     VALUES ($1, $2, $3, $4, $5, lower($5), $6, $7, $8)`,
    [registrationId, tenant.connectionId, tenant.organizationId, memberId, address, externalId ?? null, active, JSON.stringify(attributes)],
  );
  return { memberId, registrationId };
}

/** Deactivates or reactivates a person as `active:false` and `active:true` do. */
export async function setActive({ memberId }: { memberId: string }, active: boolean): Promise<void> {
  await pool().query(`UPDATE registration SET active = $2 WHERE member_id = $1`, [memberId, active]);
  await pool().query(`UPDATE member SET status = $2 WHERE id = $1`, [memberId, active ? "active" : "deactivated"]);
}

/** A group as an IdP pushed it, with people and groups in it. */
export async function pushGroup(tenant: Tenant, name: string, people: { registrationId: string }[] = [], children: string[] = []): Promise<string> {
  const id = uuidv7();
  await pool().query(`INSERT INTO idp_group (id, connection_id, organization_id, display_name, display_name_key) VALUES ($1, $2, $3, $4, lower($4))`, [
    id,
    tenant.connectionId,
    tenant.organizationId,
    name,
  ]);
  for (const { registrationId } of people) {
    await pool().query(`INSERT INTO group_membership (group_id, registration_id, connection_id) VALUES ($1, $2, $3)`, [id, registrationId, tenant.connectionId]);
  }
  for (const child of children) {
    await pool().query(`INSERT INTO group_nesting (group_id, child_group_id, connection_id) VALUES ($1, $2, $3)`, [id, child, tenant.connectionId]);
  }
  return id;
}
