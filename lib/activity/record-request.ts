import { addToBatch, flushBatch, type BatchOptions } from "@/lib/db/batch";
import { publishLive } from "@/lib/db/notify";
import { quickTransaction, type Transaction } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { describeActivity } from "./describe-activity";
import { describeContacts, liveTopics, takenAway } from "./describe-contacts";
import { describeQuirks } from "./describe-quirks";
import { updateTokens, upsertActivity, upsertContacts, upsertQuirks, withdrawMilestones } from "./request-counters";
import { findAction } from "./find-action";
import { insertRequests, type RequestRow } from "./insert-requests";
import { type Explanation, explainRefusals } from "./refusals/explain-refusals";
import { bodyState, clean, redactAnswer, redactBody, redactHeaders, redactPath, redactResponseHeaders } from "./redact";

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

const batch: BatchOptions<RecordedRequest> = { name: "scim-requests", everyMs: 100, size: 256, most: 20_000, write: writeRequests };

/** Takes an answered call into the log. Costs the caller nothing: rows are written in batches. */
export function recordRequest(request: RecordedRequest): void {
  addToBatch(batch, request);
}

/** Writes what waits: for shutdown, and for who must find a call at once. */
export function flushRequestLog(): Promise<void> {
  return flushBatch(batch);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function writeRequests(requests: RecordedRequest[]): Promise<void> {
  try {
    const explained = await explainRefusals(requests);
    const known = requests.map((each) => withConnection(each, explained.get(each.id))).filter((each) => uuid.test(each.connectionId));
    if (known.length === 0) return;
    const organizations = await quickTransaction((tx) => writeKnown(tx, known, explained));
    for (const [connectionId, organizationId] of organizations) {
      const topics = liveTopics(known.filter((each) => each.connectionId.toLowerCase() === connectionId));
      await publishLive({ organization_id: organizationId, connection_id: connectionId, topics });
    }
  } catch (error) {
    log().warn({ error: (error as Error).message, requests: requests.length }, "part of the request log could not be written");
  }
}

/** A call with a right token at a wrong address is shown where the token belongs, with the address that it came to. */
function withConnection(request: RecordedRequest, explanation: Explanation | undefined): RecordedRequest {
  if (!explanation?.connectionId) return request;
  const path = request.connectionId === "" ? request.path : `/api/scim/${clean(request.connectionId, 200)}${request.path}`;
  return { ...request, connectionId: explanation.connectionId, path };
}

/** Returns the connections there are, with their organization. */
async function writeKnown(tx: Transaction, known: RecordedRequest[], explained: Map<string, Explanation>): Promise<Map<string, string>> {
  const organizations = await insertRequests(tx, known.map((each) => toRow(each, explained.get(each.id))));
  const kept = known.filter((each) => organizations.has(each.connectionId.toLowerCase()));
  const { contacts, tokens } = describeContacts(kept);
  const quirks = describeQuirks(kept, clean);
  const hours = describeActivity(kept);
  if (contacts.length > 0) await tx.query({ name: "upsert-contacts", text: upsertContacts, values: [JSON.stringify(contacts)] });
  const gone = takenAway(kept);
  if (gone.length > 0) await tx.query({ name: "withdraw-milestones", text: withdrawMilestones, values: [[...organizations.keys()], gone] });
  if (tokens.length > 0) await tx.query({ name: "update-tokens", text: updateTokens, values: [JSON.stringify(tokens)] });
  if (quirks.length > 0) await tx.query({ name: "upsert-quirks", text: upsertQuirks, values: [JSON.stringify(quirks)] });
  if (hours.length > 0) await tx.query({ name: "upsert-activity", text: upsertActivity, values: [JSON.stringify(hours)] });
  return organizations;
}

function toRow(request: RecordedRequest, explanation: Explanation | undefined): RequestRow {
  return {
    id: request.id,
    connection_id: request.connectionId,
    token_id: request.tokenId,
    received_at: request.receivedAt.toISOString(),
    method: clean(request.method, 20),
    path: redactPath(request.path),
    operation: request.operation,
    action: findAction(request),
    resource_id: request.resourceId,
    status: request.status,
    scim_type: request.scimType,
    detail: request.detail === null ? null : clean(request.detail, 2048),
    duration_ms: request.durationMs,
    request_headers: JSON.stringify(redactHeaders(request.headers)),
    request_body: redactBody(request.requestBody),
    response_headers: JSON.stringify(redactResponseHeaders(request.responseHeaders)),
    body_state: bodyState(request.requestBody),
    response_body: redactAnswer(request.responseBody),
    quirks: JSON.stringify(request.quirks.map((each) => (each.sample === undefined ? each : { ...each, sample: clean(each.sample, 200) }))),
    remote_address: request.remoteAddress === null ? null : clean(request.remoteAddress, 100),
    replay_of: request.replay?.of ?? null,
    replayed_by: request.replay?.by ?? null,
    refusal: explanation ? JSON.stringify(explanation.refusal) : null,
  };
}
