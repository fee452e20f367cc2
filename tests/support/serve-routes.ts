import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import type { RouteHandler } from "@/lib/http/answer-api-call";

type Route = { file: string; pattern: RegExp; names: string[] };

/** The management API over real HTTP in this process, on the test file's own database: for clients that want a URL. */
export async function serveRoutes(): Promise<{ url: string; close: () => Promise<void> }> {
  const routes = findRoutes();
  const server = createServer((request, response) => {
    answer(routes, request).then(
      async (reply) => response.writeHead(reply.status, Object.fromEntries(reply.headers)).end(await reply.text()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}

/** Fixed segments before variable ones, as Next matches them. */
function findRoutes(): Route[] {
  return readdirSync("app/v1", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !file.includes("[..."))
    .map((file) => {
      const folder = `/v1/${file.replace(/\/route\.ts$/, "")}`;
      const names = [...folder.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
      return { file: `app/v1/${file}`, pattern: new RegExp(`^${folder.replace(/\[\w+\]/g, "([^/]+)")}$`), names };
    })
    .sort((a, b) => a.names.length - b.names.length);
}

async function answer(routes: Route[], incoming: IncomingMessage): Promise<Response> {
  const url = new URL(incoming.url ?? "/", "http://localhost:3000");
  const route = routes.find(({ pattern }) => pattern.test(url.pathname));
  const handlers = route ? ((await import(/* @vite-ignore */ `@/${route.file}`)) as Partial<Record<string, RouteHandler>>) : {};
  const handler = handlers[incoming.method ?? "GET"];
  if (!route || !handler) return Response.json({ status_code: 404, error_type: "route_not_found" }, { status: 404 });
  const values = route.pattern.exec(url.pathname)?.slice(1) ?? [];
  const params = Object.fromEntries(route.names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")]));
  return handler(await toRequest(url, incoming), { params: Promise.resolve(params) });
}

async function toRequest(url: URL, incoming: IncomingMessage): Promise<NextRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : []));
  const method = incoming.method ?? "GET";
  return new NextRequest(url, { method, headers, ...(method === "GET" ? {} : { body: Buffer.concat(chunks) }) });
}
