import { authorizeInstallation } from "@/lib/auth/authorize-installation";
import type { InstallationScope } from "@/lib/scope";
import { answerApiCall, type ApiOptions, type RouteHandler } from "./answer-api-call";

export type InstallationCall<Params, Body, Query> = { scope: InstallationScope; params: Params; body: Body; query: Query };

/** A management API handler for the whole installation: Basic credentials or an operator's session. */
export function withInstallation<Params, Body, Query>(
  options: ApiOptions<Body, Query>,
  handle: (call: InstallationCall<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler {
  return answerApiCall<Params, Body, Query>(options, async ({ identify, params, readInput }) => {
    const scope = authorizeInstallation(await identify());
    return handle({ scope, params, ...(await readInput()) });
  });
}
