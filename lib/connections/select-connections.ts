import type pg from "pg";
import type { Connection, Contact, LiveToken } from "./connection";

type Queryable = Pick<pg.Pool | pg.PoolClient, "query">;

type TokenRow = Record<"createdAt" | "expiresAt" | "lastUsedAt", string | null> & Omit<LiveToken, "createdAt" | "expiresAt" | "lastUsedAt">;
type Row = Omit<Connection, "tokens" | "contact" | "counts"> &
  Omit<Contact, "requestCount" | "failureCount" | "sightings"> & { sightings: Contact["sightings"] | null } &
  Record<"requestCount" | "failureCount" | "people" | "activePeople" | "groups" | "mappings" | "findings", string> & { tokens: TokenRow[] | null };

/**
 * Reads connections of one organization with their live tokens, contact and counts, oldest first. Deleted ones are left
 * out. `connectionId` narrows to one.
 */
export async function selectConnections(db: Queryable, organizationId: string, connectionId: string | null): Promise<Connection[]> {
  const { rows } = await db.query<Row>({ name: "select-connections", text: statement, values: [organizationId, connectionId] });
  return rows.map(readRow);
}

const statement = `
  SELECT c.id, c.organization_id AS "organizationId", c.display_name AS "displayName",
         c.identity_provider AS "identityProvider", c.status, c.created_at AS "createdAt", c.token_copied_at AS "tokenCopiedAt", c.call_bodies_kept AS "callBodiesKept",
         k.first_contact_at AS "firstContactAt", k.last_contact_at AS "lastContactAt", k.credential_test_at AS "credentialTestAt",
         k.first_user_at AS "firstUserAt", k.first_update_at AS "firstUpdateAt", k.first_group_at AS "firstGroupAt",
         k.first_membership_at AS "firstMembershipAt", k.first_deactivation_at AS "firstDeactivationAt",
         k.last_failure_at AS "lastFailureAt",
         (SELECT json_object_agg(m.key, json_build_object('requestId', m.value ->> 'request_id', 'way', coalesce(m.value ->> 'way', t.kind::text), 'userAgent', m.value ->> 'user_agent',
                    'subject', coalesce(r.user_name, g.display_name, t.last_four)))
            FROM jsonb_each(k.sightings) m
            LEFT JOIN registration r ON r.id = (m.value ->> 'resource_id')::uuid AND r.connection_id = c.id
            LEFT JOIN idp_group g ON g.id = (m.value ->> 'resource_id')::uuid AND g.connection_id = c.id
            LEFT JOIN connection_token t ON t.id = (m.value ->> 'token_id')::uuid) AS sightings,
         c.identity_provider = 'microsoft-entra' AND quirks.old_dialect AND NOT quirks.flag AS "flagMissing",
         coalesce(k.request_count, 0) AS "requestCount", coalesce(k.failure_count, 0) AS "failureCount",
         people.total AS people, people.active AS "activePeople",
         (SELECT count(*) FROM idp_group g WHERE g.connection_id = c.id) AS groups,
         (SELECT count(*) FROM role_mapping m WHERE m.connection_id = c.id) AS mappings,
         (SELECT count(*) FROM connection_finding f WHERE f.connection_id = c.id AND f.cleared_at IS NULL AND f.severity <> 'info'
            AND f.dismissed_print IS DISTINCT FROM f.fingerprint) AS findings,
         (SELECT json_agg(json_build_object('id', t.id, 'slot', t.slot, 'lastFour', t.last_four, 'createdAt', t.created_at,
                            'expiresAt', t.expires_at, 'lastUsedAt', t.last_used_at, 'callCount', t.call_count) ORDER BY t.slot)
            FROM connection_token t WHERE t.connection_id = c.id AND t.kind = 'bearer' AND t.slot IS NOT NULL AND t.revoked_at IS NULL) AS tokens
    FROM connection c
    LEFT JOIN connection_contact k ON k.connection_id = c.id
   CROSS JOIN LATERAL (SELECT count(*) AS total, count(*) FILTER (WHERE r.active) AS active
                         FROM registration r WHERE r.connection_id = c.id) people
   CROSS JOIN LATERAL (SELECT coalesce(bool_or(q.code IN ('op_case', 'string_boolean', 'member_list_remove')), false) AS old_dialect,
                              coalesce(bool_or(q.code = 'query_flag'), false) AS flag
                         FROM connection_quirk q WHERE q.connection_id = c.id) quirks
   WHERE c.organization_id = $1 AND c.status <> 'deleted' AND ($2::uuid IS NULL OR c.id = $2)
   ORDER BY c.created_at, c.id`;

function readRow(row: Row): Connection {
  const { id, organizationId, displayName, identityProvider, status, createdAt, tokenCopiedAt, callBodiesKept } = row;
  return {
    ...{ id, organizationId, displayName, identityProvider, status, createdAt, tokenCopiedAt, callBodiesKept },
    tokens: (row.tokens ?? []).map(readToken),
    contact: readContact(row),
    counts: {
      people: Number(row.people),
      activePeople: Number(row.activePeople),
      groups: Number(row.groups),
      mappings: Number(row.mappings),
      findings: Number(row.findings),
    },
  };
}

function readContact(row: Row): Contact {
  const { firstContactAt, lastContactAt, credentialTestAt, firstUserAt, firstUpdateAt } = row;
  const { firstGroupAt, firstMembershipAt, firstDeactivationAt, lastFailureAt } = row;
  return {
    ...{ firstContactAt, lastContactAt, credentialTestAt, firstUserAt, firstUpdateAt },
    ...{ firstGroupAt, firstMembershipAt, firstDeactivationAt, lastFailureAt },
    sightings: row.sightings ?? {},
    flagMissing: row.flagMissing,
    requestCount: Number(row.requestCount),
    failureCount: Number(row.failureCount),
  };
}

function readToken(token: TokenRow): LiveToken {
  const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return {
    ...token,
    createdAt: new Date(token.createdAt ?? 0),
    expiresAt: date(token.expiresAt),
    lastUsedAt: date(token.lastUsedAt),
    callCount: token.callCount,
  };
}
