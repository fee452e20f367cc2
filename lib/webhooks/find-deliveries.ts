import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { getEndpoint } from "./find-endpoints";

export type DeliveryAttempt = {
  at: string;
  durationMs: number;
  outcome: string;
  responseStatus: number | null;
  responseExcerpt: string | null;
  detail: string | null;
};

export type FoundDelivery = {
  id: string;
  eventId: string;
  eventType: string;
  organizationId: string;
  sequence: number;
  status: "pending" | "delivered" | "exhausted";
  attemptCount: number;
  /** Null while its endpoint is not active: nothing is due before it is resumed. */
  nextAttemptAt: Date | null;
  createdAt: Date;
  attempts: DeliveryAttempt[];
};

// The try that arrived is kept with the delivery, those that failed beside it.
const select = `
  SELECT d.id, d.event_id AS "eventId", e.type AS "eventType", e.organization_id AS "organizationId", e.sequence::float8 AS sequence, d.status,
         d.attempt_count AS "attemptCount", CASE WHEN w.status = 'active' THEN d.next_attempt_at END AS "nextAttemptAt", d.created_at AS "createdAt",
         coalesce((SELECT jsonb_agg(jsonb_build_object('at', a.at, 'durationMs', a.duration_ms, 'outcome', a.outcome, 'responseStatus', a.response_status,
           'responseExcerpt', a.response_excerpt, 'detail', a.detail) ORDER BY a.at) FROM attempt a WHERE a.delivery_id = d.id), '[]')
         || CASE WHEN d.duration_ms IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('at', d.settled_at, 'durationMs', d.duration_ms, 'outcome', 'delivered',
           'responseStatus', d.response_status, 'responseExcerpt', d.response_excerpt, 'detail', NULL)) END AS attempts
    FROM delivery d JOIN event e ON e.id = d.event_id JOIN webhook_endpoint w ON w.id = d.endpoint_id
   WHERE d.endpoint_id = $1 AND ($2::delivery_status IS NULL OR d.status = $2)
     AND ($3::timestamptz IS NULL OR (d.created_at, d.id) < ($3, $4::uuid))
   ORDER BY d.created_at DESC, d.id DESC LIMIT $5`;

/**
 * Deliveries of one endpoint with their attempts, newest first. `cursor` is what the page before gave; null at the end.
 * Throws `webhook_endpoint_not_found` and `invalid_cursor`.
 */
export async function findDeliveries(
  scope: InstallationScope,
  endpointId: string,
  { status, cursor, limit }: { status?: FoundDelivery["status"] | undefined; cursor?: string | undefined; limit: number },
): Promise<{ deliveries: FoundDelivery[]; nextCursor: string | null }> {
  await getEndpoint(scope, endpointId);
  const [at, id] = readCursor(cursor);
  const { rows } = await pool().query<FoundDelivery>(select, [endpointId, status ?? null, at, id, limit + 1]);
  const deliveries = rows.slice(0, limit);
  const last = deliveries.at(-1);
  const nextCursor = rows.length > limit && last ? `${last.createdAt.getTime()}.${last.id}` : null;
  return { deliveries, nextCursor };
}

function readCursor(cursor: string | undefined): [Date | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [, at, id] = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new DomainError("invalid", "invalid_cursor", "The cursor is not one of ours.", { fields: { cursor: "invalid" } });
  return [new Date(Number(at)), id];
}
