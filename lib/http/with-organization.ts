import type { z } from "zod";
import { authorizeOrganization } from "@/lib/auth/authorize-organization";
import type { Operation, PathParams } from "@/lib/contracts/operation";
import type { Permission } from "@/lib/contracts/permission";
import type { OrganizationScope } from "@/lib/scope";
import { answerApiCall, type ApiOptions, type RouteHandler } from "./answer-api-call";

export type OrganizationCall<Params, Body, Query> = {
  scope: OrganizationScope;
  params: Params;
  body: Body;
  query: Query;
  /** All that the caller may do here, for the rare handler where one field needs more than the rest. */
  permissions: ReadonlySet<Permission>;
};

/**
 * A management API handler for one organization, made from its operation (`lib/contracts/operations`): what it answers has to
 * be what the operation says. The route folder is `[organization]` and takes `organization-<uuid>`, a bare uuid, a slug or an
 * external id. Callers: Basic credentials, or a portal session with the permission there. The input is read only after the
 * caller was let in.
 */
export function withOrganization<Path extends string, Body, Query, Answer extends z.ZodRawShape>(
  operation: Operation<Path, Body, Query, Answer>,
  handle: (call: OrganizationCall<PathParams<Path>, Body, Query>) => Promise<z.output<z.ZodObject<Answer>>>,
): RouteHandler;
export function withOrganization<Params, Body, Query>(
  options: ApiOptions<Body, Query> & { answer?: undefined },
  handle: (call: OrganizationCall<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler;
export function withOrganization<Params, Body, Query>(
  options: ApiOptions<Body, Query>,
  handle: (call: OrganizationCall<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler {
  return answerApiCall<Params & { organization: string }, Body, Query>(options, async ({ caller, params, readInput }) => {
    const { scope, permissions } = await authorizeOrganization(caller, params.organization, options.permission);
    return handle({ scope, params, permissions, ...(await readInput()) });
  });
}
