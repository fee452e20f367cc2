import type { NextRequest } from "next/server";
import { uuidv7 } from "uuidv7";
import type { Caller } from "@/lib/auth/identify-caller";
import type { Operation } from "@/lib/contracts/operation";
import { admitCaller } from "./admit-caller";
import { answerOnce } from "./answer-once";
import { checkShape, checkText, parseJson } from "./read-json";
import { tellPerson } from "./tell-person";

/** What Next calls. `operation` is what the route was made from: the reference and the tests read it. */
export type RouteHandler = {
  (request: NextRequest, context: { params: Promise<Record<string, string | string[] | undefined>> }): Promise<Response>;
  operation?: Operation;
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
  operation: Operation<string, Body, Query>,
  answer: (call: Call<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler {
  const handler: RouteHandler = async (request, context) => {
    const requestId = `request-id-${uuidv7()}`;
    let admitted: Promise<Caller> | undefined;
    const identify = (): Promise<Caller> => (admitted ??= admitCaller(request, operation));
    try {
      const params = checkText(await context.params, "path") as Params;
      return await answerOnce({ request, requestId, identify }, (text) => answer({ request, params, identify, readInput: () => readInput(request, operation, text) }));
    } catch (error) {
      return tellPerson(error, requestId, request);
    }
  };
  handler.operation = operation;
  return handler;
}

async function readInput<Body, Query>(request: NextRequest, operation: Operation<string, Body, Query>, text: () => Promise<string>) {
  const byCookie = request.headers.get("authorization") === null;
  const body = operation.body ? parseJson(request, operation.body, await text(), byCookie) : (undefined as Body);
  const query = operation.query ? checkShape(operation.query, checkText(Object.fromEntries(request.nextUrl.searchParams), "query")) : (undefined as Query);
  return { body, query };
}
