import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { gunzipSync, inflateSync } from "node:zlib";

export type HttpRequest = { origin: string; method: string; /** raw, with query, exactly as it goes over the wire */ target: string; headers: Record<string, string>; body?: string | Uint8Array };

export type HttpAnswer = { status: number; headers: Record<string, string>; text: string; json: unknown; milliseconds: number };

const agents = { http: new HttpAgent({ keepAlive: true, maxSockets: 64 }), https: new HttpsAgent({ keepAlive: true, maxSockets: 64 }) };

/**
 * Sends one request byte for byte as an identity provider would. `fetch` would add headers of its own, refuse an empty
 * User-Agent and normalise a bare trailing `?`.
 */
export function sendHttp({ origin, method, target, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const url = new URL(origin);
  const secure = url.protocol === "https:";
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? httpsRequest : httpRequest)({
      hostname: url.hostname,
      port: url.port || (secure ? 443 : 80),
      method,
      path: target,
      agent: secure ? agents.https : agents.http,
      headers: { ...headers, ...(bytes ? { "Content-Length": String(bytes.length) } : {}) },
      timeout: 60_000,
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer within 60 seconds")));
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      readAnswer(incoming, started).then(resolve, reject);
    });
    outgoing.end(bytes);
  });
}

async function readAnswer(incoming: IncomingMessage, started: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = decompress(Buffer.concat(chunks), incoming.headers["content-encoding"]).toString("utf8");
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]));
  return { status: incoming.statusCode ?? 0, headers, text, json: parseJson(text), milliseconds: performance.now() - started };
}

/** Identity providers offer gzip and deflate, and a proxy in front of Rollcall may use them. */
function decompress(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "gzip") return gunzipSync(bytes);
  return encoding === "deflate" ? inflateSync(bytes) : bytes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
