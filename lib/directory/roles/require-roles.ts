import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

/** The row ids of role names, by name. One that neither the catalogue nor the organization knows is `invalid`, and all are named. */
export async function requireRoles(scope: OrganizationScope, roleIds: readonly string[], db: Queryable = pool()): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; role_id: string }>({
    name: "require_roles",
    text: `SELECT id, role_id FROM role WHERE role_id = ANY($2::text[]) AND (organization_id IS NULL OR organization_id = $1)`,
    values: [scope.organizationId, roleIds],
  });
  const found = new Map(rows.map((row) => [row.role_id, row.id]));
  const unknown = [...new Set(roleIds)].filter((roleId) => !found.has(roleId));
  if (unknown.length > 0) {
    throw new DomainError("invalid", "unknown_role", `There is no role with the id ${unknown.map((each) => `“${each}”`).join(", ")}.`, { role_ids: unknown });
  }
  return found;
}
