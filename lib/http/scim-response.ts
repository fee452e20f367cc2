import { internalError, ScimError } from "@/lib/scim/errors";
import type { LongBody } from "@/lib/provisioning/long-body";
import type { ScimAnswer } from "@/lib/provisioning/scim-call";

/** A response as a door sends it. */
export type ScimResponse = { status: number; headers: Record<string, string>; body: string | null; /** In place of `body`, of a very long answer: to be read or discarded. */ long?: LongBody };

/** Exactly this, without parameters: some clients compare the string (tolerance 29). */
export const scimMediaType = "application/scim+json";

/** An answer as bytes-to-be. */
export function scimResponse({ status, body, text, headers, long }: Pick<ScimAnswer, "status" | "body" | "text" | "headers" | "long">, requestId: string): ScimResponse {
  const written = text ?? (body === null ? null : JSON.stringify(body));
  return {
    status,
    headers: {
      ...(written === null && !long ? {} : { "Content-Type": scimMediaType }),
      ...(long ? { "Content-Length": String(long.length) } : {}),
      "Cache-Control": "no-store",
      "X-Request-Id": `request-id-${requestId}`,
      ...headers,
    },
    body: written,
    ...(long ? { long } : {}),
  };
}

/** The answer to HEAD: that to GET, but for its body (RFC 9110 section 9.3.2). */
export async function withoutBody({ status, headers, body, long }: ScimResponse): Promise<ScimResponse> {
  await long?.discard();
  return { status, headers: { ...headers, ...(body === null ? {} : { "Content-Length": String(Buffer.byteLength(body)) }) }, body: null };
}

/** What was thrown as the SCIM error that the client may read; what is our own fault says nothing of its cause. */
export function asScimError(error: unknown): ScimError {
  return error instanceof ScimError ? error : internalError();
}
