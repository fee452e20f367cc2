import type { NextRequest } from "next/server";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { identifyCaller, type Caller } from "@/lib/auth/identify-caller";
import type { Permission } from "@/lib/auth/permissions";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { checkSameOrigin } from "./check-same-origin";
import { problem } from "./problem";
import { checkShape, readJson } from "./read-json";
import { remoteAddress } from "./remote-address";

export type RouteHandler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

export type ApiOptions<Body, Query> = {
  permission: Permission;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
  /** Someone inside a set-up link may call it too, on the link's own connection. */
  setupLink?: true;
};

type Call<Params, Body, Query> = {
  request: NextRequest;
  params: Params;
  /** Who calls: credentials or a portal session. Throws `unauthorized`. */
  identify: () => Promise<Caller>;
  readInput: () => Promise<{ body: Body; query: Query }>;
};

/** The frame of every management API call: request id, same-origin check, envelope, and the only catch. */
export function answerApiCall<Params, Body, Query>(
  options: ApiOptions<Body, Query>,
  answer: (call: Call<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler {
  return async (request, context) => {
    const requestId = `request-id-${uuidv7()}`;
    try {
      const params = (await context.params) as Params;
      const byCookie = request.headers.get("authorization") === null;
      const payload = await answer({ request, params, identify: () => identify(request), readInput: () => readInput(request, options, byCookie) });
      return Response.json({ request_id: requestId, status_code: 200, ...payload }, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problem(error, requestId);
    }
  };
}

async function identify(request: NextRequest): Promise<Caller> {
  const caller = await identifyCaller({
    authorization: request.headers.get("authorization"),
    sessionCookie: request.cookies.get(sessionCookieName())?.value,
    remoteAddress: remoteAddress(request.headers),
  });
  if (caller.user) checkSameOrigin(request);
  return caller;
}

async function readInput<Body, Query>(request: NextRequest, options: ApiOptions<Body, Query>, bySession: boolean) {
  const body = options.body ? await readJson(request, options.body, bySession) : (undefined as Body);
  const query = options.query ? checkShape(options.query, Object.fromEntries(request.nextUrl.searchParams)) : (undefined as Query);
  return { body, query };
}
