import { internalError, ScimError } from "@/lib/scim/errors";
import type { ScimAnswer } from "@/lib/provisioning/scim-call";

/** A response as a door sends it. */
export type ScimResponse = { status: number; headers: Record<string, string>; body: string | null; /** What follows `body`, of a very long answer. */ rest?: Buffer[] };

/** Exactly this, without parameters: some clients compare the string (tolerance 29). */
export const scimMediaType = "application/scim+json";

/** An answer as bytes-to-be. */
export function scimResponse(answer: Pick<ScimAnswer, "status" | "body" | "headers" | "members">, requestId: string): ScimResponse {
  const { body, rest } = writeBody(answer);
  return {
    status: answer.status,
    headers: {
      ...(body === null ? {} : { "Content-Type": scimMediaType }),
      "Cache-Control": "no-store",
      "X-Request-Id": `request-id-${requestId}`,
      ...answer.headers,
    },
    body,
    ...(rest ? { rest } : {}),
  };
}

function writeBody({ body, members }: Pick<ScimAnswer, "body" | "members">): Pick<ScimResponse, "body" | "rest"> {
  if (body === null) return { body };
  const text = JSON.stringify(body);
  if (!members || members.length === 0) return { body: text };
  const rest = members.flatMap((each, at) => (at === 0 ? [each] : [comma, each]));
  return { body: `${text.slice(0, -1)},"members":[`, rest: [...rest, end] };
}

const [comma, end] = [Buffer.from(","), Buffer.from("]}")];

/** The answer to HEAD: that to GET, but for its body (RFC 9110 section 9.3.2). */
export function withoutBody({ status, headers, body, rest = [] }: ScimResponse): ScimResponse {
  if (body === null) return { status, headers, body };
  const length = rest.reduce((sum, part) => sum + part.length, Buffer.byteLength(body));
  return { status, headers: { ...headers, "Content-Length": String(length) }, body: null };
}

/** What was thrown as the SCIM error that the client may read; what is our own fault says nothing of its cause. */
export function asScimError(error: unknown): ScimError {
  return error instanceof ScimError ? error : internalError();
}
