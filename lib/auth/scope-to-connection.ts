import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { ConnectionScope, OrganizationScope } from "@/lib/scope";

/** A connection as a repeated call finds it. */
export type OpenedConnection = { scope: ConnectionScope; schemaVersion: number; paused: boolean; stamp: string };

type Row = { identityProvider: string; schemaVersion: number; paused: boolean; stamp: string };

const statement = `
  SELECT c.identity_provider AS "identityProvider", c.schema_version AS "schemaVersion", (c.status = 'paused' OR o.status = 'suspended') AS paused,
    concat_ws(' ', c.status, c.identity_provider, c.schema_version, o.status) AS stamp
  FROM connection c JOIN organization o ON o.id = c.organization_id
  WHERE c.id = $2 AND c.organization_id = $1 AND c.status <> 'deleted'`;

/**
 * The right to provision through a connection without its token: an administrator who may change it repeats a call. Null when
 * it is not there (any more) or another tenant's.
 */
export async function scopeToConnection(scope: OrganizationScope, connectionId: string, requestId: string): Promise<OpenedConnection | null> {
  const row = (await pool().query<Row>(statement, [scope.organizationId, connectionId])).rows[0];
  if (!row) return null;
  const { organizationId } = scope;
  const opened = { organizationId, connectionId, tokenId: null, requestId, identityProvider: row.identityProvider, baseUrl: `${env().publicUrl}/api/scim/${connectionId}` };
  return { scope: opened as unknown as ConnectionScope, schemaVersion: row.schemaVersion, paused: row.paused, stamp: row.stamp };
}
