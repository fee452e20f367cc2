import type { NextRequest } from "next/server";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Caller } from "@/lib/auth/identify-caller";
import type { CredentialScope } from "@/lib/contracts/credential-scope";
import type { Operation } from "@/lib/contracts/operation";
import type { Permission } from "@/lib/contracts/permission";
import { admitCaller } from "./admit-caller";
import { answerOnce } from "./answer-once";
import { problem } from "./problem";
import { checkShape, checkText, parseJson } from "./read-json";

/** What Next calls. `operation` is what the route was made from: the reference and the tests read it. */
export type RouteHandler = {
  (request: NextRequest, context: { params: Promise<Record<string, string | string[] | undefined>> }): Promise<Response>;
  operation?: Operation;
};

export type ApiOptions<Body, Query> = {
  permission: Permission;
  scope?: CredentialScope;
  /** Someone inside a set-up link may call it too, on the link's own connection. */
  setupLink?: boolean;
  /** The handler itself asks what a member's session allows; without it such a session opens nothing of the whole installation. */
  memberSession?: boolean;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
};

type Call<Params, Body, Query> = {
  request: NextRequest;
  params: Params;
  /** Who calls: credentials or a portal session. Throws what keeps them out. */
  identify: () => Promise<Caller>;
  readInput: () => Promise<{ body: Body; query: Query }>;
};

/** The frame of every management API call: request id, caller, same-origin check, limits, envelope, and the only catch. */
export function answerApiCall<Params, Body, Query>(
  options: ApiOptions<Body, Query>,
  answer: (call: Call<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler {
  const handler: RouteHandler = async (request, context) => {
    const requestId = `request-id-${uuidv7()}`;
    let admitted: Promise<Caller> | undefined;
    const identify = (): Promise<Caller> => (admitted ??= admitCaller(request, options));
    try {
      const params = checkText(await context.params, "path") as Params;
      return await answerOnce({ request, requestId, identify }, (text) => answer({ request, params, identify, readInput: () => readInput(request, options, text) }));
    } catch (error) {
      return problem(error, requestId);
    }
  };
  if (isOperation(options)) handler.operation = options;
  return handler;
}

async function readInput<Body, Query>(request: NextRequest, options: ApiOptions<Body, Query>, text: () => Promise<string>) {
  const byCookie = request.headers.get("authorization") === null;
  const body = options.body ? parseJson(request, options.body, await text(), byCookie) : (undefined as Body);
  const query = options.query ? checkShape(options.query, checkText(Object.fromEntries(request.nextUrl.searchParams), "query")) : (undefined as Query);
  return { body, query };
}

function isOperation(options: object): options is Operation {
  return "answer" in options;
}
