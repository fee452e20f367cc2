// A small SCIM client that costs the machine little: keep-alive connections, one request in flight on each.
import http from "node:http";

/** `send` resolves with `{ status, json, bytes }`; `json` is undefined where the answer has no body. */
export function createClient({ base, token, connections }) {
  const url = new URL(base);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });
  const common = { host: url.hostname, port: url.port, agent };
  const headers = { accept: "application/scim+json", authorization: `Bearer ${token}` };
  const send = (method, path, body, { parse = true } = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const more = text === undefined ? {} : { "content-type": "application/scim+json", "content-length": Buffer.byteLength(text) };
      const request = http.request({ ...common, method, path: `${url.pathname}${path}`, headers: { ...headers, ...more } }, (response) => {
        const chunks = [];
        let bytes = 0;
        response.on("data", (chunk) => {
          bytes += chunk.length;
          if (parse) chunks.push(chunk);
        });
        response.on("end", () => resolve({ status: response.statusCode, json: chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined, bytes }));
        response.on("error", reject);
      });
      request.on("error", reject);
      request.end(text);
    });
  return { send, close: () => agent.destroy() };
}
