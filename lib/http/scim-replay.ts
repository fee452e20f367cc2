import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { type CallEffects, findCallEffects } from "@/lib/activity/find-call-effects";
import { findReplayRefusal } from "@/lib/activity/find-replay-refusal";
import { findSubject } from "@/lib/activity/find-subject";
import { getScimRequest } from "@/lib/activity/get-scim-request";
import { recordAudit } from "@/lib/activity/record-audit";
import { flushRequestLog, recordRequest } from "@/lib/activity/record-request";
import type { NamedScimRequest } from "@/lib/activity/scim-request";
import { type OpenedConnection, scopeToConnection } from "@/lib/auth/scope-to-connection";
import { clock } from "@/lib/clock";
import type { ReplayBody, ReplayWire } from "@/lib/contracts/activity";
import { runInOneTransaction } from "@/lib/db/run-in-one-transaction";
import { DomainError } from "@/lib/errors";
import { findSchemas } from "@/lib/provisioning/find-schemas";
import { runOperation } from "@/lib/provisioning/run-operation";
import type { ScimAnswer } from "@/lib/provisioning/scim-call";
import type { ScimError } from "@/lib/scim/errors";
import { createQuirkLog, type QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { OrganizationScope } from "@/lib/scope";
import { parseScimBody } from "./read-scim-body";
import { asScimError, scimResponse, type ScimResponse } from "./scim-response";
import { findScimOperation } from "./scim-routes";

type Run = { id: string; opened: OpenedConnection; answer: ScimAnswer | null; error: ScimError | null; response: ScimResponse; quirks: QuirkLog; effects: CallEffects; durationMs: number };

/**
 * Repeats a logged call that failed or left people out, with the content that was kept. Without `apply` it runs in a
 * transaction that is rolled back, and tells what would change and a version; with it, it is committed together with the
 * audit entry and logged as a call of its own.
 * @throws DomainError `conflict` (replay_refused, with the reason) or `stale` when the version is not the present one
 */
export async function replayScimRequest(scope: OrganizationScope, requestId: string, { apply, version }: ReplayBody): Promise<ReplayWire> {
  const request = await getScimRequest(scope, requestId);
  const { run, present } = await runInOneTransaction(apply ? "commit" : "rollback", async (db) => {
    const opened = await openConnection(scope, request);
    const present = versionOf(request, opened);
    if (apply && version !== present) throw new DomainError("stale", "replay_stale", "The connection has changed since the trial run. Look again before you repeat the call.");
    const run = await runCall(scope, request, opened, db);
    if (apply) await audit(scope, request, run, db);
    return { run, present };
  });
  if (apply) await log(scope, request, run);
  return presentRun(run, apply, present);
}

async function openConnection(scope: OrganizationScope, request: NamedScimRequest): Promise<OpenedConnection> {
  const refusal = await findReplayRefusal(scope, request);
  if (refusal) throw new DomainError("conflict", "replay_refused", "This call cannot be repeated.", { reason: refusal });
  const opened = await scopeToConnection(scope, request.connectionId ?? "", uuidv7());
  if (!opened || opened.paused) throw new DomainError("conflict", "replay_refused", "The connection is paused. Resume it first.", { reason: "connection_paused" });
  return opened;
}

/** What the trial run was made on. Changes of the person or group are refused by themselves. */
function versionOf(request: NamedScimRequest, opened: OpenedConnection): string {
  return createHash("sha256").update(`${request.id} ${opened.stamp}`).digest("base64url").slice(0, 22);
}

async function runCall(scope: OrganizationScope, request: NamedScimRequest, opened: OpenedConnection, db: Parameters<typeof findCallEffects>[2]): Promise<Run> {
  const id = opened.scope.requestId;
  const quirks = createQuirkLog();
  const started = performance.now();
  const outcome = await answer(request, opened, quirks).then(
    (given) => ({ answer: given, error: null }),
    (error: unknown) => ({ answer: null, error: asScimError(error) }),
  );
  const { error } = outcome;
  await outcome.answer?.long?.discard();
  const response = outcome.answer ? scimResponse(outcome.answer, id) : scimResponse({ status: error?.status ?? 500, body: { ...error?.toBody() }, headers: {} }, id);
  return { id, opened, ...outcome, response, quirks, durationMs: performance.now() - started, effects: await findCallEffects(scope, id, db) };
}

async function answer(request: NamedScimRequest, opened: OpenedConnection, quirks: QuirkLog): Promise<ScimAnswer> {
  const [path = "", query = ""] = request.path.split("?");
  const { operation, id } = findScimOperation(request.method, path, query);
  const schemas = await findSchemas(opened.scope, opened.schemaVersion);
  const body = request.requestBody === null ? undefined : parseScimBody(request.requestBody);
  const { "if-match": ifMatch } = request.requestHeaders;
  return runOperation(operation.handle, { scope: opened.scope, schemas, id, query: new URLSearchParams(query), headers: ifMatch ? { "if-match": ifMatch } : {}, body, quirks });
}

async function audit(scope: OrganizationScope, request: NamedScimRequest, run: Run, db: Parameters<typeof recordAudit>[0]): Promise<void> {
  const { scope: connection } = run.opened;
  await recordAudit(db, {
    scope,
    action: "scim_request.replay",
    target: { type: "scim_request", id: request.id, label: aboutWhom(request, run) },
    before: { status: request.status },
    after: { status: run.response.status, repeated_as: `request-id-${run.id}`, connection_id: `scim-connection-${connection.connectionId}`, changes: run.effects.total },
  });
}

/** Whom or what the call was about: by its present name, as the call says it, or as it came to be called by the repetition. */
function aboutWhom(request: NamedScimRequest, { effects: { effects } }: Run): string {
  const [first] = effects;
  return request.resourceName ?? findSubject(request) ?? first?.member?.name ?? first?.group?.name ?? `${request.method} ${request.path.split("?")[0] ?? ""}`;
}

/** Written before the answer, which names the call: who opens it at once must find it. */
function log(scope: OrganizationScope, request: NamedScimRequest, run: Run): Promise<void> {
  recordRequest({
    ...{ id: run.id, connectionId: run.opened.scope.connectionId, tokenId: null, receivedAt: clock.now(), method: request.method, path: request.path, operation: request.operation },
    ...{ resourceId: run.answer?.resourceId ?? null, status: run.response.status, scimType: run.error?.scimType ?? null, detail: run.error?.detail ?? null },
    ...{ durationMs: run.durationMs, headers: request.requestHeaders, requestBody: request.requestBody, responseHeaders: run.response.headers, responseBody: run.response.body },
    ...{ quirks: run.quirks.entries(), remoteAddress: scope.actor.remoteAddress, facts: run.answer?.facts ?? [], replay: { of: request.id, by: scope.actor.label } },
  });
  return flushRequestLog();
}

function presentRun(run: Run, applied: boolean, version: string): ReplayWire {
  return {
    applied,
    status: run.response.status,
    detail: run.error?.detail ?? null,
    effects: run.effects.effects,
    effect_count: run.effects.total,
    left_out: run.quirks.entries().find(({ code }) => code === "unknown_member")?.count ?? 0,
    version,
    scim_request_id: applied ? `request-id-${run.id}` : null,
  };
}
