import type { SetupLinkUseWire, SetupLinkWire } from "@/lib/contracts/setup-link";

/** A set-up link as the database gives it. */
export type SetupLinkRow = {
  id: string;
  organization_id: string;
  connection_id: string | null;
  connection_name: string | null;
  may_create: boolean;
  identity_provider: string | null;
  note: string;
  email: string | null;
  emailed: boolean;
  created_at: Date;
  created_by: string;
  expires_at: Date;
  expired: boolean;
  revoked_at: Date | null;
  uses: SetupLinkUseWire[] | null;
};

/** SQL: the columns of a SetupLinkRow. */
export const setupLinkColumns = `
         l.id, l.organization_id, l.connection_id, c.display_name AS connection_name, l.may_create, l.identity_provider, l.note, l.email,
         l.emailed_at IS NOT NULL AS emailed, l.created_at, l.created_by, l.expires_at, l.expires_at <= now() AS expired, l.revoked_at, u.uses`;

/** SQL: where they come from: those of organization `$1`, or the one with the id `$2`. */
export const setupLinkFrom = `
    FROM setup_link l
    LEFT JOIN connection c ON c.id = l.connection_id AND c.status <> 'deleted'
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('name', x.name, 'opened_at', x.created_at, 'last_seen_at', x.last_seen_at,
                        'remote_address', x.remote_address, 'user_agent', x.user_agent) ORDER BY x.created_at DESC) AS uses
        FROM (SELECT * FROM setup_link_use WHERE setup_link_id = l.id ORDER BY created_at DESC LIMIT 20) x
    ) u ON true
   WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR l.id = $2)`;

/** A set-up link as the wire shows it. */
export function presentSetupLink(row: SetupLinkRow): SetupLinkWire {
  return {
    setup_link_id: `setup-link-${row.id}`,
    organization_id: `organization-${row.organization_id}`,
    status: row.revoked_at ? "revoked" : row.expired ? "expired" : "open",
    connection_id: row.connection_id && `scim-connection-${row.connection_id}`,
    connection_name: row.connection_name,
    may_create_connection: row.may_create,
    identity_provider: row.identity_provider,
    note: row.note,
    email_address: row.email,
    emailed: row.emailed,
    created_at: row.created_at.toISOString(),
    created_by: row.created_by,
    expires_at: row.expires_at.toISOString(),
    revoked_at: row.revoked_at?.toISOString() ?? null,
    uses: (row.uses ?? []).map((use) => ({ ...use, opened_at: new Date(use.opened_at).toISOString(), last_seen_at: new Date(use.last_seen_at).toISOString() })),
  };
}
