import { DomainError, type DomainErrorKind } from "@/lib/errors";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const STATUS: Record<DomainErrorKind, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unprocessable: 422,
  limited: 429,
  unavailable: 503,
};

/** Translates anything thrown into the error envelope of the management API, with another sentence where `message` gives one. Our own faults show no message. */
export function problem(error: unknown, requestId: string, message: string | null = null): Response {
  const refusal = error instanceof DomainError ? error : unexpected(error, requestId);
  const status = refusal === null ? 500 : STATUS[refusal.kind];
  const type = refusal?.code ?? "internal_server_error";
  return Response.json(
    {
      status_code: status,
      request_id: requestId,
      error_type: type,
      error_message: message ?? refusal?.message ?? "Something went wrong on our side.",
      error_url: `${env().publicUrl}/docs/errors#${type}`,
      error_details: refusal?.details ?? {},
    },
    { status, headers: { "cache-control": "no-store", ...extraHeaders(refusal) } },
  );
}

function unexpected(error: unknown, requestId: string): null {
  log().error({ err: error, requestId }, "a management API request failed");
  return null;
}

function extraHeaders(refusal: DomainError | null): Record<string, string> {
  if (refusal?.kind === "limited") return { "retry-after": String(refusal.details.retry_after_seconds ?? 60) };
  return {};
}
