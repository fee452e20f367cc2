import { encode } from "next-auth/jwt";
import { uuidv7 } from "uuidv7";
import { noteSignIn } from "@/lib/auth/note-sign-in";
import type { SessionUser } from "@/lib/auth/read-session";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Tenant } from "./create-tenant";
import { provisionPerson } from "./seed-directory";

/** A portal user; the e-mail is made unique. */
export async function addUser(email: string, { verified = true, passwordHash = null as string | null } = {}): Promise<SessionUser> {
  const id = uuidv7();
  const unique = email.replace("@", `+${id.slice(-12)}@`);
  await pool().query(`INSERT INTO "user" (id, email, email_verified, password_hash) VALUES ($1, $2, CASE WHEN $3 THEN now() END, $4)`, [
    id,
    unique,
    verified,
    passwordHash,
  ]);
  return { id, email: unique, name: null, operator: false };
}

/** A provisioned member who signs in to the portal as this user. */
export async function addMemberOf(tenant: Tenant, user: SessionUser): Promise<{ memberId: string; registrationId: string }> {
  const person = await provisionPerson(tenant, { name: user.email, email: user.email });
  await pool().query("UPDATE member SET user_id = $2 WHERE id = $1", [person.memberId, user.id]);
  return person;
}

/** A user who administers the tenant, and the value of their session cookie. */
export async function addAdmin(tenant: Tenant, email = "admin@example.test"): Promise<{ user: SessionUser; cookie: string }> {
  const user = await addUser(email);
  await assignRole(tenant, (await addMemberOf(tenant, user)).memberId, "org_admin");
  return { user, cookie: await sessionCookie(user) };
}

/** What a browser carries after sign-in. */
export async function sessionCookie(user: SessionUser): Promise<string> {
  return encode({ token: { sub: user.id, epoch: await noteSignIn(user.id) }, secret: env().sessionSecret ?? "" });
}

export async function assignRole(tenant: Tenant, memberId: string, roleId: string): Promise<void> {
  await pool().query(
    `INSERT INTO role_assignment (member_id, role_id, organization_id, created_by) SELECT $1, id, $2, 'test' FROM role WHERE role_id = $3 AND organization_id IS NULL`,
    [memberId, tenant.organizationId, roleId],
  );
}

export async function mapGroup(tenant: Tenant, groupId: string, roleId: string): Promise<void> {
  await pool().query(
    `INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id)
     SELECT $1, $2, $3, g.id, g.display_name, g.display_name_key, r.id FROM idp_group g, role r
     WHERE g.id = $4 AND r.role_id = $5 AND r.organization_id IS NULL`,
    [uuidv7(), tenant.organizationId, tenant.connectionId, groupId, roleId],
  );
}
