import type { CallOutcome, CallPersonWire, CauseFactsWire, ReplayRefusal, ScimRequestDetailsWire, ScimRequestWire } from "@/lib/contracts/activity";
import { toWireId } from "@/lib/contracts/wire-id";
import { env } from "@/lib/env";
import type { CallEffects } from "./find-call-effects";
import { findAction } from "./find-action";
import { findFailureCause } from "./find-failure-cause";
import { findSubject } from "./find-subject";
import type { CallPerson, NamedScimRequest } from "./scim-request";

/** How many people of a push a list names. */
const namedInLists = 3;

/** A logged call in the words of the wire, for lists. */
export function presentScimRequest(request: NamedScimRequest, named = namedInLists): ScimRequestWire {
  return {
    scim_request_id: `request-id-${request.id}`,
    connection_id: request.connectionId && `scim-connection-${request.connectionId}`,
    received_at: request.receivedAt.toISOString(),
    method: request.method,
    path: request.path,
    operation: request.operation,
    // Calls of before a column was there have no action yet.
    action: request.action === "unknown" ? findAction(request) : request.action,
    resource_id: request.resourceId,
    subject: request.resourceName ?? findSubject(request),
    member_id: request.memberId && toWireId("member", request.memberId),
    group_id: request.groupId,
    people: presentPeople(request.people, named),
    outcome: outcomeOf(request),
    status: request.status,
    scim_type: request.scimType,
    detail: request.detail,
    duration_ms: request.durationMs,
    token_last_four: request.tokenLastFour,
    quirks: request.quirks,
    cause: findFailureCause(request),
    cause_facts: findCauseFacts(request.refusal),
    replay_of: request.replayOf && `request-id-${request.replayOf}`,
    replayed_by: request.replayedBy,
  };
}

/** What the sentence of a cause names; each is empty where it does not apply, so that a sentence is never broken. */
function findCauseFacts(refusal: NamedScimRequest["refusal"]): CauseFactsWire {
  return { connection: refusal?.connection ?? "", last_four: refusal?.last_four ?? "", at: refusal?.at ?? null, arrived: refusal?.arrived ?? 0, whole: refusal?.whole ?? 0 };
}

/** With the redacted exchange and what the call changed. */
export function presentScimRequestDetails(request: NamedScimRequest, { effects, total }: CallEffects, refusal: ReplayRefusal | null): ScimRequestDetailsWire {
  return {
    ...presentScimRequest(request, 100),
    request_headers: request.requestHeaders,
    request_body: request.requestBody,
    response_headers: request.responseHeaders,
    response_body: request.responseBody,
    body_state: request.bodyState,
    remote_address: request.remoteAddress,
    effects,
    effect_count: total,
    replay_refusal: refusal,
    base_url: request.connectionId && `${env().publicUrl}/api/scim/${request.connectionId}`,
  };
}

function outcomeOf({ status, quirks }: NamedScimRequest): CallOutcome {
  if (status >= 500) return "failed";
  if (status >= 400) return "refused";
  return quirks.some(({ code }) => code === "unknown_member") ? "partly" : "done";
}

function presentPeople(people: NamedScimRequest["people"], named: number): ScimRequestWire["people"] {
  if (!people) return null;
  const { added, removed, replaces } = people;
  return { added: added.slice(0, named).map(presentPerson), removed: removed.slice(0, named).map(presentPerson), added_count: added.length, removed_count: removed.length, replaces };
}

function presentPerson({ id, memberId, groupId, name }: CallPerson): CallPersonWire {
  return { resource_id: id, member_id: memberId && toWireId("member", memberId), group_id: groupId, name };
}
