import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import type { MemberRegistration } from "./member-record";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const select = `
  SELECT m.id, coalesce(nullif(m.name, ''), m.email) AS name
    FROM registration r JOIN member m ON m.id = r.member_id
   WHERE r.connection_id = $1 AND r.id::text = $2 AND m.organization_id = $3 AND m.status <> 'deleted'`;

/** The member whom a registration names as manager by SCIM id (RFC 7643 section 4.3); null when it names none that is here. */
export async function findManager(
  scope: OrganizationScope,
  registration: Pick<MemberRegistration, "connectionId" | "attributes"> | undefined,
): Promise<{ id: string; name: string } | null> {
  const enterprise = registration?.attributes[ENTERPRISE] as { manager?: { value?: unknown } } | undefined;
  const value = enterprise?.manager?.value;
  if (!registration || typeof value !== "string") return null;
  const { rows } = await pool().query<{ id: string; name: string }>(select, [registration.connectionId, value.toLowerCase(), scope.organizationId]);
  return rows[0] ?? null;
}
