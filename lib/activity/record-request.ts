import { addToBatch, flushBatch, type BatchOptions } from "@/lib/db/batch";
import { pool } from "@/lib/db/client";
import { publishLive } from "@/lib/db/notify";
import { log } from "@/lib/log";
import { describeContacts, liveTopics } from "./describe-contacts";
import { describeQuirks } from "./describe-quirks";
import { clean, redactBody, redactHeaders, redactPath } from "./redact";

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
  responseBody: string | null;
  quirks: { code: string; count: number; sample?: string }[];
  remoteAddress: string | null;
  facts: string[];
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
  insert into scim_request (id, organization_id, connection_id, token_id, received_at, method, path, operation, resource_id, status, scim_type, detail,
    duration_ms, request_headers, request_body, response_body, quirks, remote_address)
  select x.id, c.organization_id, c.id, x.token_id, x.received_at, x.method, x.path, x.operation, x.resource_id, x.status, x.scim_type, x.detail,
    x.duration_ms, x.request_headers, x.request_body, x.response_body, x.quirks, x.remote_address
  from json_to_recordset($1::json) as x (id uuid, connection_id uuid, token_id uuid, received_at timestamptz, method text, path text, operation text,
    resource_id uuid, status int, scim_type text, detail text, duration_ms float8, request_headers jsonb, request_body text, response_body text,
    quirks jsonb, remote_address text)
  join connection c on c.id = x.connection_id
  returning connection_id, organization_id`;

const milestones = ["credential_test_at", "first_user_at", "first_update_at", "first_group_at", "first_membership_at", "first_deactivation_at"];

// First times keep the earlier, last times the later: batches of several processes may come in any order.
const upsertContacts = `
  insert into connection_contact as k (connection_id, first_contact_at, last_contact_at, last_failure_at, request_count, failure_count, ${milestones.join(", ")})
  select x.connection_id, x.first_contact_at, x.last_contact_at, x.last_failure_at, x.request_count, x.failure_count, ${milestones.map((name) => `x.${name}`).join(", ")}
  from json_to_recordset($1::json) as x (connection_id uuid, first_contact_at timestamptz, last_contact_at timestamptz, last_failure_at timestamptz,
    request_count bigint, failure_count bigint, ${milestones.map((name) => `${name} timestamptz`).join(", ")})
  where exists (select 1 from connection c where c.id = x.connection_id)
  order by x.connection_id
  on conflict (connection_id) do update set
    first_contact_at = least(k.first_contact_at, excluded.first_contact_at), last_contact_at = greatest(k.last_contact_at, excluded.last_contact_at),
    last_failure_at = greatest(k.last_failure_at, excluded.last_failure_at), request_count = k.request_count + excluded.request_count,
    failure_count = k.failure_count + excluded.failure_count, ${milestones.map((name) => `${name} = least(k.${name}, excluded.${name})`).join(", ")}`;

const updateTokens = `
  update connection_token t set last_used_at = greatest(t.last_used_at, x.last_used_at), call_count = t.call_count + x.calls
  from json_to_recordset($1::json) as x (token_id uuid, last_used_at timestamptz, calls bigint) where t.id = x.token_id`;

const upsertQuirks = `
  insert into connection_quirk as k (connection_id, code, count, first_at, last_at, last_request_id, sample)
  select x.connection_id, x.code, x.count, x.first_at, x.last_at, x.last_request_id, x.sample
  from json_to_recordset($1::json) as x (connection_id uuid, code text, count bigint, first_at timestamptz, last_at timestamptz, last_request_id uuid, sample text)
  where exists (select 1 from connection c where c.id = x.connection_id)
  order by x.connection_id, x.code
  on conflict (connection_id, code) do update set count = k.count + excluded.count, first_at = least(k.first_at, excluded.first_at),
    last_at = greatest(k.last_at, excluded.last_at), last_request_id = excluded.last_request_id, sample = coalesce(excluded.sample, k.sample)`;

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
    if (contacts.length > 0) await pool().query({ name: "upsert-contacts", text: upsertContacts, values: [JSON.stringify(contacts)] });
    if (tokens.length > 0) await pool().query({ name: "update-tokens", text: updateTokens, values: [JSON.stringify(tokens)] });
    if (quirks.length > 0) await pool().query({ name: "upsert-quirks", text: upsertQuirks, values: [JSON.stringify(quirks)] });
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
    resource_id: request.resourceId,
    status: request.status,
    scim_type: request.scimType,
    detail: request.detail === null ? null : clean(request.detail, 2048),
    duration_ms: request.durationMs,
    request_headers: redactHeaders(request.headers),
    request_body: redactBody(request.requestBody),
    response_body: redactBody(request.responseBody),
    quirks: request.quirks.map((each) => (each.sample === undefined ? each : { ...each, sample: clean(each.sample, 200) })),
    remote_address: request.remoteAddress === null ? null : clean(request.remoteAddress, 100),
  };
}
