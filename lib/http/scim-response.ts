import { internalError, ScimError } from "@/lib/scim/errors";
import type { ScimAnswer } from "@/lib/provisioning/scim-call";

/** A response as a door sends it. */
export type ScimResponse = { status: number; headers: Record<string, string>; body: string | null };

/** Exactly this, without parameters: some clients compare the string (tolerance 29). */
export const scimMediaType = "application/scim+json";

/** An answer as bytes-to-be. */
export function scimResponse(answer: Pick<ScimAnswer, "status" | "body" | "headers">, requestId: string): ScimResponse {
  const body = answer.body === null ? null : JSON.stringify(answer.body);
  return {
    status: answer.status,
    headers: {
      ...(body === null ? {} : { "Content-Type": scimMediaType }),
      "Cache-Control": "no-store",
      "X-Request-Id": `request-id-${requestId}`,
      ...answer.headers,
    },
    body,
  };
}

/** The answer to HEAD: that to GET, but for its body (RFC 9110 section 9.3.2). */
export function withoutBody({ status, headers, body }: ScimResponse): ScimResponse {
  return { status, headers: body === null ? headers : { ...headers, "Content-Length": String(Buffer.byteLength(body)) }, body: null };
}

/** What was thrown as the SCIM error that the client may read; what is our own fault says nothing of its cause. */
export function asScimError(error: unknown): ScimError {
  return error instanceof ScimError ? error : internalError();
}
