import type { NextRequest } from "next/server";
import { uuidv7 } from "uuidv7";
import { watchOrganization, type LiveChange } from "@/lib/activity/watch-organization";
import { authorizeOrganization } from "@/lib/auth/authorize-organization";
import { authorizeSetupLink } from "@/lib/auth/setup-links/authorize-setup-link";
import { setupCookieName } from "@/lib/auth/setup-links/setup-cookie";
import { clock } from "@/lib/clock";
import type { Operation } from "@/lib/contracts/operation";
import { LiveQuery } from "@/lib/contracts/organization";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";
import type { OrganizationScope } from "@/lib/scope";
import { admitCaller } from "./admit-caller";
import type { RouteHandler } from "./answer-api-call";
import { problem } from "./problem";
import { checkShape, checkText } from "./read-json";
import { remoteAddress } from "./remote-address";

const heartbeatMs = 20_000;
/** A stream ends after this long: the browser comes back by itself, and whoever lost access is not let in again. */
const lifetimeMs = 5 * 60_000;

/**
 * A route for EventSources of one organization: an `event: live` for every message on the live channel, until the client leaves.
 * First for those since `?since=` or, for a browser that comes back, since the last id it saw, which is a time.
 */
export function streamLive(operation: Operation): RouteHandler {
  const handler: RouteHandler = async (request, context) => {
    try {
      const { organization } = checkText(await context.params, "path");
      return await answerStream(operation, request, String(organization));
    } catch (error) {
      return problem(error, `request-id-${uuidv7()}`);
    }
  };
  handler.operation = operation;
  return handler;
}

async function answerStream(operation: Operation, request: NextRequest, organization: string): Promise<Response> {
  const scope = await openScope(operation, request, organization);
  return new Response(openStream(scope, readSince(request), request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      connection: "keep-alive",
      // Reverse proxies of the nginx kind would hold the messages back.
      "x-accel-buffering": "no",
    },
  });
}

function readSince(request: NextRequest): Date | undefined {
  const { since } = checkShape(LiveQuery, checkText(Object.fromEntries(request.nextUrl.searchParams), "query"));
  const last = LiveQuery.safeParse({ since: request.headers.get("last-event-id") ?? undefined }).data?.since;
  const time = last ?? since;
  return time === undefined ? undefined : new Date(time);
}

async function openScope(operation: Operation, request: NextRequest, organization: string): Promise<OrganizationScope> {
  const linkId = readSetupLinkId(organization);
  if (linkId) {
    const secret = request.cookies.get(setupCookieName())?.value;
    return (await authorizeSetupLink({ linkId, secret, permission: "connection.get", remoteAddress: remoteAddress(request.headers) })).scope;
  }
  const caller = await admitCaller(request, operation);
  return (await authorizeOrganization(caller, organization, operation.permission)).scope;
}

function openStream(scope: OrganizationScope, since: Date | undefined, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close: (cancelled?: boolean) => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      send(`retry: 1000\n${now()}\n`);
      const unwatch = watchOrganization(scope, (change) => send(`event: live\n${now()}data: ${JSON.stringify(readable(change))}\n\n`), since);
      const heartbeat = setInterval(() => send(`: still here\n${now()}\n`), heartbeatMs);
      const end = setTimeout(() => close(), lifetimeMs);
      let closed = false;
      close = (cancelled = false) => {
        if (closed) return;
        closed = true;
        unwatch();
        clearInterval(heartbeat);
        clearTimeout(end);
        // A stream that its reader cancelled is closed already.
        if (!cancelled) controller.close();
      };
      if (signal.aborted) return close();
      signal.addEventListener("abort", () => close(), { once: true });
    },
    cancel: () => close(true),
  });
}

/** What the browser sends back as Last-Event-ID when it comes again. */
const now = (): string => `id: ${clock.now().toISOString()}\n`;

function readable({ topics, connectionId }: LiveChange) {
  return { topics, ...(connectionId ? { connection_id: `scim-connection-${connectionId}` } : {}) };
}
