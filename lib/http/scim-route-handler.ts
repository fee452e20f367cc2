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
  const body = answer.body === null || !answer.rest ? answer.body : new Blob([answer.body, ...answer.rest.map((part) => new Uint8Array(part))]);
  return new Response(body, { status: answer.status, headers: answer.headers });
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
