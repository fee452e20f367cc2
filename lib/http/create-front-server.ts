import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type FrontServer = {
  server: Server;
  listen: () => Promise<void>;
  /** Until this is called every request is answered with 503. */
  serveWith: (handler: NodeHandler) => void;
  /** Accepts nothing new, lets requests finish for `graceMs`, and then ends what is left. */
  close: (graceMs: number) => Promise<void>;
};

/** The one HTTP server of the process, in front of the SCIM door and Next. */
export function createFrontServer(): FrontServer {
  let handler: NodeHandler = answerStarting;
  const open = new Set<ServerResponse>();
  const upgraded = new Set<Duplex>();
  const server = createServer((request, response) => {
    open.add(response);
    response.once("close", () => open.delete(response));
    setForwardedFor(request);
    handler(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  // Longer than the idle time-out of the usual load balancers, so that it is never we who close first.
  server.keepAliveTimeout = 75_000;
  server.on("upgrade", (_, socket) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });
  return {
    server,
    listen: () => listen(server),
    serveWith: (next) => void (handler = next),
    close: (graceMs) => closeServer(server, open, upgraded, graceMs),
  };
}

async function listen(server: Server): Promise<void> {
  const { port, host } = env();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function answerStarting(_: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, { "content-type": "application/json", "retry-after": "2", "cache-control": "no-store" });
  response.end(JSON.stringify({ status: "unavailable", reason: "starting" }));
  return Promise.resolve();
}

/** What handlers read as the caller's address: the socket's, or what our own proxy appended, but never what a caller wrote. */
function setForwardedFor(request: IncomingMessage): void {
  const given = request.headers["x-forwarded-for"];
  const last = String(given ?? "").split(",").at(-1)?.trim();
  request.headers["x-forwarded-for"] = (env().trustProxy && last) || (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}

async function closeServer(server: Server, open: Set<ServerResponse>, upgraded: Set<Duplex>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of upgraded) socket.destroy();
  // Live updates never finish by themselves.
  for (const response of open) if (isEventStream(response)) response.destroy();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}
