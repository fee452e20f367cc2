import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import type { NodeHandler } from "./create-front-server";

const PREFIX = "/_next/static/";

/**
 * Serves the build's scripts and styles as the build has packed them (Brotli or gzip), for ever: their names change with their
 * content. Everything else, and what is not there, goes on to `next`.
 */
export function serveAssets(folder: string, next: NodeHandler): NodeHandler {
  const serve = sirv(folder, { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000, setHeaders: secure });
  return async (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith(PREFIX)) return next(request, response);
    request.url = url.slice(PREFIX.length - 1);
    await new Promise<void>((resolve, reject) => {
      response.once("close", resolve);
      serve(request, response, () => passOn(next, request, response, url).then(resolve, reject));
    });
  };
}

async function passOn(next: NodeHandler, request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  request.url = url;
  await next(request, response);
}

function secure(response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff");
}
