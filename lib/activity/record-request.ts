import { addToBatch, flushBatch, type BatchOptions } from "@/lib/db/batch";
import { pool } from "@/lib/db/client";
import { publishLive } from "@/lib/db/notify";
import { log } from "@/lib/log";
import { describeActivity } from "./describe-activity";
import { describeContacts, liveTopics } from "./describe-contacts";
import { describeQuirks } from "./describe-quirks";
import { upsertActivity, upsertContacts, updateTokens, upsertQuirks } from "./request-counters";
import { findAction } from "./find-action";
import { bodyState, clean, redactBody, redactHeaders, redactPath, redactResponseHeaders } from "./redact";

/** One answered SCIM call. `connectionId` is the URL's, whether or not such a connection exists. */
export type RecordedRequest = {
  id: string;
  connectionId: string;
  tokenId: string | null;
  receivedAt: Date;
  method: string;
  path: string;
  operation: string;
  resourceId: string | null;
  status: number;
  scimType: string | null;
  detail: string | null;
  durationMs: number;
  headers: Record<string, string | undefined>;
  requestBody: string | null;
  responseHeaders: Record<string, string>;
  responseBody: string | null;
  quirks: { code: string; count: number; sample?: string }[];
  remoteAddress: string | null;
  facts: string[];
  /** The failed call that a person had repeated. */
  replay?: { of: string; by: string };
};

const batch: BatchOptions<RecordedRequest> = { name: "scim-requests", everyMs: 50, size: 200, most: 20_000, write: writeRequests };

/** Takes an answered call into the log. Costs the caller nothing: rows are written in batches. */
export function recordRequest(request: RecordedRequest): void {
  addToBatch(batch, request);
}

/** Writes what waits, for shutdown and tests. */
export function flushRequestLog(): Promise<void> {
  return flushBatch(batch);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// A call is kept if its URL names a connection, whatever its token was; other calls are nobody's.
const insertRequests = `
  insert into scim_request (id, organization_id, connection_id, token_id, received_at, method, path, operation, action, resource_id, status, scim_type, detail,
    duration_ms, request_headers, request_body, response_headers, response_body, body_state, quirks, remote_address, replay_of, replayed_by)
  select x.id, c.organization_id, c.id, x.token_id, x.received_at, x.method, case when p.kept then x.path else regexp_replace(x.path, '\\?.*$', '?[not kept]') end,
    x.operation, x.action, x.resource_id, x.status, x.scim_type, case when p.kept then x.detail else regexp_replace(x.detail, '"[^"]*"', '"…"', 'g') end,
    x.duration_ms, x.request_headers, case when p.kept then x.request_body end, x.response_headers, case when p.kept then x.response_body end,
    case when p.kept or x.body_state = 'none' then x.body_state else 'private' end, x.quirks, x.remote_address, x.replay_of, x.replayed_by
  from json_to_recordset($1::json) as x (id uuid, connection_id uuid, token_id uuid, received_at timestamptz, method text, path text, operation text, action text,
    resource_id uuid, status int, scim_type text, detail text, duration_ms float8, request_headers jsonb, request_body text,
    response_headers jsonb, response_body text, body_state text, quirks jsonb, remote_address text, replay_of uuid, replayed_by text)
  join connection c on c.id = x.connection_id
  join organization o on o.id = c.organization_id
  cross join lateral (select c.call_bodies_kept and o.call_bodies_kept as kept) p
  returning connection_id, organization_id`;

async function writeRequests(requests: RecordedRequest[]): Promise<void> {
  try {
    const known = requests.filter((each) => uuid.test(each.connectionId));
    if (known.length === 0) return;
    const { rows } = await pool().query<{ connection_id: string; organization_id: string }>({
      name: "insert-scim-requests",
      text: insertRequests,
      values: [JSON.stringify(known.map(toRow))],
    });
    const organizations = new Map(rows.map((row) => [row.connection_id, row.organization_id]));
    const kept = known.filter((each) => organizations.has(each.connectionId.toLowerCase()));
    const { contacts, tokens } = describeContacts(kept);
    const quirks = describeQuirks(kept, clean);
    const hours = describeActivity(kept);
    if (contacts.length > 0) await pool().query({ name: "upsert-contacts", text: upsertContacts, values: [JSON.stringify(contacts)] });
    if (tokens.length > 0) await pool().query({ name: "update-tokens", text: updateTokens, values: [JSON.stringify(tokens)] });
    if (quirks.length > 0) await pool().query({ name: "upsert-quirks", text: upsertQuirks, values: [JSON.stringify(quirks)] });
    if (hours.length > 0) await pool().query({ name: "upsert-activity", text: upsertActivity, values: [JSON.stringify(hours)] });
    for (const [connectionId, organizationId] of organizations) {
      const topics = liveTopics(known.filter((each) => each.connectionId.toLowerCase() === connectionId));
      await publishLive({ organization_id: organizationId, connection_id: connectionId, topics });
    }
  } catch (error) {
    log().warn({ error: (error as Error).message, requests: requests.length }, "part of the request log could not be written");
  }
}

function toRow(request: RecordedRequest): Record<string, unknown> {
  return {
    id: request.id,
    connection_id: request.connectionId,
    token_id: request.tokenId,
    received_at: request.receivedAt,
    method: clean(request.method, 20),
    path: redactPath(request.path),
    operation: request.operation,
    action: findAction(request),
    resource_id: request.resourceId,
    status: request.status,
    scim_type: request.scimType,
    detail: request.detail === null ? null : clean(request.detail, 2048),
    duration_ms: request.durationMs,
    request_headers: redactHeaders(request.headers),
    request_body: redactBody(request.requestBody),
    response_headers: redactResponseHeaders(request.responseHeaders),
    body_state: bodyState(request.requestBody),
    response_body: redactBody(request.responseBody),
    quirks: request.quirks.map((each) => (each.sample === undefined ? each : { ...each, sample: clean(each.sample, 200) })),
    remote_address: request.remoteAddress === null ? null : clean(request.remoteAddress, 100),
    replay_of: request.replay?.of ?? null,
    replayed_by: request.replay?.by ?? null,
  };
}
