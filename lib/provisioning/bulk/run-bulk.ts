import { log } from "@/lib/log";
import { resolveBulkIds } from "@/lib/scim/bulk/bulk-references";
import { bulkResponse, type BulkResult } from "@/lib/scim/bulk/bulk-response";
import { parseBulkRequest, type BulkEntry, type BulkOperation } from "@/lib/scim/bulk/parse-bulk-request";
import { planBulk, type BulkStep } from "@/lib/scim/bulk/plan-bulk";
import { internalError, invalidValue, ScimError } from "@/lib/scim/errors";
import { createGroup } from "../groups/create-group";
import { deleteGroup } from "../groups/delete-group";
import { patchGroup } from "../groups/patch-group";
import { replaceGroup } from "../groups/replace-group";
import { bulkLimits } from "../limits";
import { runOperation } from "../run-operation";
import type { ScimAnswer, ScimCall, ScimFact } from "../scim-call";
import { createUser } from "../users/create-user";
import { deleteUser } from "../users/delete-user";
import { patchUser } from "../users/patch-user";
import { replaceUser } from "../users/replace-user";

const handlers = {
  "/Users": { POST: createUser, PUT: replaceUser, PATCH: patchUser, DELETE: deleteUser },
  "/Groups": { POST: createGroup, PUT: replaceGroup, PATCH: patchGroup, DELETE: deleteGroup },
};

type Job = { call: ScimCall; entries: BulkEntry[]; ids: Map<string, string>; results: (BulkResult | undefined)[]; facts: Set<ScimFact> };

/**
 * POST /Bulk (RFC 7644 section 3.7): each operation by itself, all of it or nothing, in an order in which references are
 * known; `failOnErrors` stops the rest.
 */
export async function runBulk(call: ScimCall): Promise<ScimAnswer> {
  const { entries, failOnErrors } = parseBulkRequest(call.body, bulkLimits);
  const job: Job = { call, entries, ids: new Map(), results: entries.map(() => undefined), facts: new Set() };
  for (const step of planBulk(entries)) {
    const failures = job.results.filter((result) => result !== undefined && result.status >= 400).length;
    if (failOnErrors !== null && failures >= failOnErrors) break;
    // What failed in its first step has nothing to complete.
    if (step.kind === "complete" && (job.results[step.index]?.status ?? 500) >= 400) continue;
    job.results[step.index] = await runStep(job, step);
  }
  const done = job.results.filter((result) => result !== undefined);
  return { status: 200, body: bulkResponse(done), facts: [...job.facts] };
}

async function runStep(job: Job, step: BulkStep): Promise<BulkResult> {
  const entry = job.entries[step.index];
  if (entry?.kind !== "operation") return fail(entry?.method ?? "", entry?.bulkId, undefined, entry?.error ?? invalidValue("There is no such operation."));
  const { operation } = entry;
  const before = job.results[step.index];
  try {
    return step.kind === "run" ? await perform(job, operation, step.deferred) : { ...(await complete(job, operation)), status: before?.status ?? 200 };
  } catch (error) {
    return fail(operation.method, operation.bulkId, locationOf(job, operation), asBulkError(error));
  }
}

async function perform(job: Job, operation: BulkOperation, deferred: string[]): Promise<BulkResult> {
  const answer = await handle(job, resolveBulkIds(operation, job.ids, deferred));
  if (operation.bulkId !== undefined && answer.resourceId !== undefined) job.ids.set(operation.bulkId, answer.resourceId);
  return succeed(job, operation, answer);
}

/** The second step of a circular reference: what was left out is written now. */
async function complete(job: Job, operation: BulkOperation): Promise<BulkResult> {
  const resolved = resolveBulkIds(operation, job.ids);
  const id = operation.bulkId === undefined ? undefined : job.ids.get(operation.bulkId);
  const again: BulkOperation = operation.method === "POST" && id !== undefined ? { ...resolved, method: "PUT", id } : resolved;
  return succeed(job, operation, await handle(job, again));
}

async function handle(job: Job, operation: BulkOperation): Promise<ScimAnswer> {
  const headers = operation.version === undefined ? {} : { "if-match": operation.version };
  const call: ScimCall = { ...job.call, id: operation.id ?? "", query: new URLSearchParams(), headers, body: operation.data ?? undefined };
  const answer = await runOperation(handlers[operation.endpoint][operation.method], call);
  for (const fact of answer.facts ?? []) job.facts.add(fact);
  return answer;
}

function succeed(job: Job, operation: BulkOperation, answer: ScimAnswer): BulkResult {
  const location = answer.headers?.Location ?? locationOf(job, operation);
  const version = answer.headers?.ETag;
  return {
    method: operation.method,
    status: answer.status,
    ...(operation.bulkId === undefined ? {} : { bulkId: operation.bulkId }),
    ...(location === undefined ? {} : { location }),
    ...(version === undefined ? {} : { version }),
  };
}

function fail(method: string, bulkId: string | undefined, location: string | undefined, error: ScimError): BulkResult {
  return { method, status: error.status, ...(bulkId === undefined ? {} : { bulkId }), ...(location === undefined ? {} : { location }), response: { ...error.toBody() } };
}

/** Everything but a failed POST has a place (RFC 7644 section 3.7.3). */
function locationOf(job: Job, operation: BulkOperation): string | undefined {
  if (operation.id === null) return undefined;
  const id = operation.id.startsWith("bulkId:") ? job.ids.get(operation.id.slice("bulkId:".length)) : operation.id;
  return id === undefined ? undefined : `${job.call.scope.baseUrl}${operation.endpoint}/${id}`;
}

function asBulkError(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  log().error({ error }, "an operation of a bulk job failed");
  return internalError();
}
