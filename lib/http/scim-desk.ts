import { newId } from "@/lib/new-id";
import { limitRequests } from "@/lib/activity/limit-requests";
import { recordRequest } from "@/lib/activity/record-request";
import { authenticateConnection, type AcceptedAuthentication, type ConnectionAuthentication } from "@/lib/auth/authenticate-connection";
import { findChallenge } from "@/lib/auth/find-challenge";
import { clock } from "@/lib/clock";
import { findEnabledMethods } from "@/lib/connections/sign-in-methods/find-enabled-methods";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { describeService } from "@/lib/provisioning/discovery/get-service-provider-config";
import { findSchemas, standardSchemas } from "@/lib/provisioning/find-schemas";
import { runOperation } from "@/lib/provisioning/run-operation";
import { isUuid, type ReadsAhead, type ScimAnswer } from "@/lib/provisioning/scim-call";
import { forbidden, tooManyRequests, unauthorized, type ScimError } from "@/lib/scim/errors";
import { createQuirkLog, type QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { ConnectionScope } from "@/lib/scope";
import { noteRequestQuirks } from "./note-request-quirks";
import { parseScimBody, readScimBody } from "./read-scim-body";
import { asScimError, scimResponse, withoutBody, type ScimResponse } from "./scim-response";
import { findScimOperation, matchScimRoute } from "./scim-routes";

/** A SCIM request as a plain value: what both doors can make of theirs. */
export type ScimRequestValue = {
  /** The segment of the URL behind /api/scim/, as it came. */
  connectionId: string;
  method: string;
  /** Below the base URL: /Users/1. */
  path: string;
  /** Raw, without the question mark. */
  query: string;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** Reads the body. A door may stop at `limit` bytes and give null for more. */
  body: (limit: number) => Promise<Buffer | null>;
  remoteAddress: string | null;
};

/** What is known of a call by the time it is answered. */
type Progress = { scope: ConnectionScope | null; operation: string; body: string | null; answer: ScimAnswer | null; /** The id in the path: whom a refused call is about. */ target: string | null; error: ScimError | null; quirks: QuirkLog };

/**
 * Answers one SCIM request: authentication, routing, the operation, errors, the log. Both doors call it: Next's route
 * handlers and the HTTP server itself. Never throws; what fails unexpectedly is a 500 whose cause is only in the log.
 */
export async function answerScimRequest(request: ScimRequestValue): Promise<ScimResponse> {
  const id = newId();
  const receivedAt = clock.now();
  const started = performance.now();
  const progress: Progress = { scope: null, operation: "unknown", body: null, answer: null, target: null, error: null, quirks: createQuirkLog() };
  const response = await respond(request, id, progress);
  recordRequest({
    id,
    connectionId: progress.scope?.connectionId ?? request.connectionId,
    tokenId: progress.scope?.tokenId ?? null,
    receivedAt,
    method: request.method,
    path: request.query === "" ? request.path : `${request.path}?${request.query}`,
    operation: progress.operation,
    resourceId: progress.answer?.resourceId ?? progress.target,
    status: response.status,
    scimType: progress.error?.scimType ?? null,
    detail: progress.error?.detail ?? null,
    durationMs: performance.now() - started,
    headers: request.headers,
    requestBody: progress.body,
    responseHeaders: response.headers,
    responseBody: response.long?.start ?? response.body,
    quirks: progress.quirks.entries(),
    remoteAddress: request.remoteAddress,
    facts: progress.answer?.facts ?? [],
  });
  return request.method === "HEAD" ? withoutBody(response) : response;
}

async function respond(request: ScimRequestValue, id: string, progress: Progress): Promise<ScimResponse> {
  try {
    progress.answer = await answer(request, id, progress);
    return scimResponse(progress.answer, id);
  } catch (error) {
    progress.error = asScimError(error);
    if (progress.error.status >= 500 && progress.error !== error) log().error({ error, requestId: id, operation: progress.operation }, "a SCIM request failed");
    return scimResponse({ status: progress.error.status, body: { ...progress.error.toBody() }, headers: progress.error.headers ?? {} }, id);
  }
}

async function answer(request: ScimRequestValue, requestId: string, progress: Progress): Promise<ScimAnswer> {
  const query = new URLSearchParams(request.query);
  if (isPublic(request)) return answerPublicConfiguration(request, query, progress);
  const authentication = await authenticateConnection(request.connectionId, request.headers.authorization, requestId, readAhead(request, query));
  const { scope, schemaVersion, ahead } = await requireAccess(request, authentication, progress);
  const secondsToWait = await limitRequests(scope);
  if (secondsToWait > 0) throw tooManyRequests("This connection sends more requests than it may. Slow down and repeat this one later.", secondsToWait);
  const { operation, id, bodyLimit } = findScimOperation(request.method, request.path, request.query);
  progress.operation = operation.name;
  progress.target = isUuid(id) ? id.toLowerCase() : null;
  noteRequestQuirks(request, authentication.form, progress.quirks);
  const body = await readBody(request, progress, bodyLimit);
  const schemas = await findSchemas(scope, schemaVersion);
  return runOperation(operation.handle, { scope, schemas, id, query, headers: request.headers, body, quirks: progress.quirks, ahead });
}

/** What the operation will read first. Who asks is not known yet: what is refused is refused later, in its turn. */
function readAhead(request: ScimRequestValue, query: URLSearchParams): ReturnType<ReadsAhead> {
  if (!isUuid(request.connectionId)) return null;
  const route = matchScimRoute(request.method, request.path);
  return route?.operation.ahead?.({ connectionId: request.connectionId.toLowerCase(), id: route.id, query, schemas: standardSchemas }) ?? null;
}

/** One answer for every wrong credential; that a connection is paused is told only to who holds its token. */
async function requireAccess(request: ScimRequestValue, authentication: ConnectionAuthentication, progress: Progress): Promise<AcceptedAuthentication> {
  if (authentication.outcome === "refused") {
    progress.operation = "authenticate";
    const presented = authentication.form !== "missing" && authentication.form !== "empty";
    const challenge = await findChallenge(request.connectionId, { presented });
    throw unauthorized("The bearer token is missing or wrong for this connection. Copy the base URL and the token again from the connection's page.", challenge);
  }
  progress.scope = authentication.scope;
  if (authentication.outcome === "paused") throw forbidden("This connection is paused. An administrator can resume it in the admin portal; nothing was changed.");
  return authentication;
}

/** RFC 7643 section 5: how to authenticate is told before one can. Whoever sends a credential wants to know whether it is right. */
function isPublic({ method, path, headers }: ScimRequestValue): boolean {
  return headers.authorization === undefined && (method === "GET" || method === "HEAD") && /^\/(v2\/)?ServiceProviderConfig\/?$/.test(path);
}

async function answerPublicConfiguration({ connectionId }: ScimRequestValue, query: URLSearchParams, progress: Progress): Promise<ScimAnswer> {
  progress.operation = "get_service_provider_config";
  const baseUrl = `${env().publicUrl}/api/scim/${connectionId}`;
  return describeService({ baseUrl, methods: await findEnabledMethods(connectionId), query });
}

async function readBody(request: ScimRequestValue, progress: Progress, bodyLimit: number): Promise<unknown> {
  if (request.method !== "POST" && request.method !== "PUT" && request.method !== "PATCH") return undefined;
  progress.body = await readScimBody(request, bodyLimit);
  return parseScimBody(progress.body);
}
