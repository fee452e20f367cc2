import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Operation, PathParams } from "@/lib/contracts/operation";
import type { RouteHandler } from "./answer-api-call";
import { problem } from "./problem";
import { checkText } from "./read-json";

/**
 * A management API operation that needs no credentials (`access: "public"`): it gets its path's parameters and nothing else.
 * What it answers may be kept for `maxAgeSeconds` by anyone.
 */
export function withEveryone<Path extends string, Body, Query, Answer extends z.ZodRawShape>(
  operation: Operation<Path, Body, Query, Answer>,
  handle: (params: PathParams<Path>) => Promise<z.output<z.ZodObject<Answer>>>,
  { maxAgeSeconds = 0 } = {},
): RouteHandler {
  const handler: RouteHandler = async (_, context) => {
    const requestId = `request-id-${uuidv7()}`;
    try {
      const payload = await handle(checkText(await context.params, "path") as PathParams<Path>);
      const cache = maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : "no-store";
      return Response.json({ request_id: requestId, status_code: 200, ...payload }, { headers: { "cache-control": cache, "access-control-allow-origin": "*" } });
    } catch (error) {
      return problem(error, requestId);
    }
  };
  handler.operation = operation;
  return handler;
}
