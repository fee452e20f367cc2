import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import type { OrganizationScope } from "@/lib/scope";
import type { RoleRecord } from "./role-record";

/** The organization's own roles, without those of the catalogue. */
export async function findOrganizationRoles(scope: OrganizationScope, db: Queryable = pool()): Promise<RoleRecord[]> {
  const { rows } = await db.query<RoleRecord>({
    name: "find_organization_roles",
    text: `SELECT id, role_id AS "roleId", description, permissions, reserved, organization_id AS "organizationId"
           FROM role WHERE organization_id = $1 ORDER BY role_id`,
    values: [scope.organizationId],
  });
  return rows;
}
