import type { z } from "zod";
import { authorizeInstallation } from "@/lib/auth/authorize-installation";
import type { Caller } from "@/lib/auth/identify-caller";
import type { Operation, PathParams } from "@/lib/contracts/operation";
import type { InstallationScope } from "@/lib/scope";
import { answerApiCall, type RouteHandler } from "./answer-api-call";

export type InstallationCall<Params, Body, Query> = {
  scope: InstallationScope;
  params: Params;
  body: Body;
  query: Query;
  /** For the rare handler where what is asked decides what is needed. */
  caller: Caller;
};

/** A management API handler for the whole installation, made from its operation: Basic credentials or an operator's session. */
export function withInstallation<Path extends string, Body, Query, Answer extends z.ZodRawShape>(
  operation: Operation<Path, Body, Query, Answer>,
  handle: (call: InstallationCall<PathParams<Path>, Body, Query>) => Promise<z.output<z.ZodObject<Answer>>>,
): RouteHandler {
  return answerApiCall<PathParams<Path>, Body, Query>(operation, async ({ identify, params, readInput }) => {
    const caller = await identify();
    const scope = authorizeInstallation(caller, operation);
    return handle({ scope, params, caller, ...(await readInput()) });
  });
}
