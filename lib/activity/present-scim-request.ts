import type { CauseFactsWire, ScimRequestDetailsWire, ScimRequestWire } from "@/lib/contracts/activity";
import { findAction } from "./find-action";
import { findFailureCause } from "./find-failure-cause";
import type { ScimRequest } from "./scim-request";

/** A logged call in the words of the wire, for lists. */
export function presentScimRequest(request: ScimRequest): ScimRequestWire {
  return {
    scim_request_id: `request-id-${request.id}`,
    connection_id: request.connectionId && `scim-connection-${request.connectionId}`,
    received_at: request.receivedAt.toISOString(),
    method: request.method,
    path: request.path,
    operation: request.operation,
    action: findAction(request),
    resource_id: request.resourceId,
    subject: request.resourceName ?? findSubject(request),
    status: request.status,
    scim_type: request.scimType,
    detail: request.detail,
    duration_ms: request.durationMs,
    token_last_four: request.tokenLastFour,
    quirks: request.quirks,
    cause: findFailureCause(request),
    cause_facts: findCauseFacts(request.refusal),
  };
}

/** What the sentence of a cause names; each is empty where it does not apply, so that a sentence is never broken. */
function findCauseFacts(refusal: ScimRequest["refusal"]): CauseFactsWire {
  return { connection: refusal?.connection ?? "", last_four: refusal?.last_four ?? "", at: refusal?.at ?? null, arrived: refusal?.arrived ?? 0, whole: refusal?.whole ?? 0 };
}

/** With the redacted exchange. */
export function presentScimRequestDetails(request: ScimRequest): ScimRequestDetailsWire {
  return {
    ...presentScimRequest(request),
    request_headers: request.requestHeaders,
    request_body: request.requestBody,
    response_body: request.responseBody,
    remote_address: request.remoteAddress,
  };
}

/** The name in the call itself: in the body of a create or replace, or in the filter of a lookup. */
function findSubject({ requestBody, path }: ScimRequest): string | null {
  const named = requestBody && /"(?:userName|displayName)"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(requestBody)?.[1];
  if (named) return named;
  const query = path.split("?")[1];
  const filter = query && new URLSearchParams(query).get("filter");
  return (filter && /\beq\s+"([^"]{1,200})"/i.exec(filter)?.[1]) ?? null;
}
