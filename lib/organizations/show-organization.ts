import { WIRE_CONSTANTS, type Organization } from "@/lib/contracts/organization";
import type { OrganizationRow } from "./get-organization";

/** An organization in the wire's words. */
export function showOrganization(row: OrganizationRow): Organization {
  return {
    organization_id: `organization-${row.id}`,
    organization_name: row.name,
    organization_slug: row.slug,
    organization_logo_url: row.logoUrl ?? "",
    organization_external_id: row.externalId,
    organization_status: row.status,
    brand_color: row.brandColor ?? "",
    trusted_metadata: row.trustedMetadata,
    session_length_minutes: row.sessionMinutes,
    call_retention_days: row.callRetentionDays,
    call_bodies_kept: row.callBodiesKept,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    custom_roles: row.customRoles,
    ...WIRE_CONSTANTS,
    ...(row.connection && {
      scim_active_connection: {
        connection_id: `scim-connection-${row.connection.id}`,
        display_name: row.connection.displayName,
        bearer_token_last_four: row.connection.lastFour ?? "",
        bearer_token_expires_at: row.connection.expiresAt && new Date(row.connection.expiresAt).toISOString(),
      },
    }),
  };
}
