import type { LongBody } from "@/lib/provisioning/long-body";
import { answerScimRequest } from "./scim-desk";

/** The door that any Next host has (`next dev`, other servers): a web Request in, a web Response out. */
export async function answerAtRouteHandler(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, connectionId = "", path = ""] = /^\/api\/scim\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
  const headers = Object.fromEntries(request.headers.entries());
  const answer = await answerScimRequest({
    connectionId,
    method: request.method,
    path,
    query: url.search.slice(1),
    headers,
    body: (limit) => readLimited(request, limit),
    remoteAddress: headers["x-forwarded-for"]?.split(",")[0]?.trim() ?? null,
  });
  const body = answer.long ? toStream(answer.long) : answer.body;
  return new Response(body, { status: answer.status, headers: answer.headers });
}

function toStream(long: LongBody): ReadableStream<Uint8Array> {
  const parts = long.read();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await parts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => long.discard(),
  });
}

/** Stops reading as soon as there is more than anybody may send. */
async function readLimited(request: Request, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > limit) {
      await reader?.cancel();
      return null;
    }
  }
  return Buffer.concat(chunks);
}
