import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

export type OrganizationRow = {
  id: string;
  name: string;
  slug: string;
  externalId: string | null;
  logoUrl: string | null;
  brandColor: string | null;
  status: "active" | "suspended";
  trustedMetadata: Record<string, unknown>;
  /** How long a session of a member may last; null: as the vendor's app decides. */
  sessionMinutes: number | null;
  /** How long logged calls are kept; null: as the installation says. */
  callRetentionDays: number | null;
  /** False: privacy mode. */
  callBodiesKept: boolean;
  createdAt: Date;
  updatedAt: Date;
  /** The organization's own roles. */
  customRoles: { role_id: string; description: string; permissions: { resource_id: string; actions: string[] }[] }[];
  /** The oldest active connection, as the wire's `scim_active_connection`. */
  connection: { id: string; displayName: string; lastFour: string | null; expiresAt: string | null } | null;
};

/** The columns of an OrganizationRow from `organization o`. */
export const ORGANIZATION_COLUMNS = `
  o.id, o.name, o.slug, o.external_id AS "externalId", o.logo_url AS "logoUrl", o.brand_color AS "brandColor", o.status::text AS status,
  o.trusted_metadata AS "trustedMetadata", o.session_minutes AS "sessionMinutes", o.call_retention_days AS "callRetentionDays",
  o.call_bodies_kept AS "callBodiesKept", o.created_at AS "createdAt", o.updated_at AS "updatedAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('role_id', r.role_id, 'description', r.description, 'permissions', r.permissions) ORDER BY r.role_id)
     FROM role r WHERE r.organization_id = o.id), '[]') AS "customRoles",
  (SELECT jsonb_build_object('id', c.id, 'displayName', c.display_name, 'lastFour', t.last_four, 'expiresAt', t.expires_at)
     FROM connection c LEFT JOIN connection_token t ON t.connection_id = c.id AND t.slot = 'current' AND t.revoked_at IS NULL
    WHERE c.organization_id = o.id AND c.status = 'active' ORDER BY c.created_at, c.id LIMIT 1) AS connection`;

const SELECT = `SELECT ${ORGANIZATION_COLUMNS} FROM organization o WHERE o.id = $1`;

/** One organization with its oldest active connection. @throws DomainError `not_found` */
export async function getOrganization(scope: OrganizationScope): Promise<OrganizationRow> {
  const found = await pool().query<OrganizationRow>({ name: "get-organization", text: SELECT, values: [scope.organizationId] });
  const row = found.rows[0];
  if (!row) throw new DomainError("not_found", "organization_not_found", "Organization could not be found.");
  return row;
}
