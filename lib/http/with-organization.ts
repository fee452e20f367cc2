import { authorizeOrganization } from "@/lib/auth/authorize-organization";
import type { Permission } from "@/lib/auth/permissions";
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
 * A management API handler for one organization. The route folder is `[organization]` and takes `organization-<uuid>`,
 * a bare uuid, a slug or an external id. Callers: Basic credentials, or a portal session with the permission there.
 * The input is read only after the caller was let in.
 */
export function withOrganization<Params, Body, Query>(
  options: ApiOptions<Body, Query>,
  handle: (call: OrganizationCall<Params, Body, Query>) => Promise<Record<string, unknown>>,
): RouteHandler {
  return answerApiCall<Params & { organization: string }, Body, Query>(options, async ({ caller, params, readInput }) => {
    const { scope, permissions } = await authorizeOrganization(caller, params.organization, options.permission);
    return handle({ scope, params, permissions, ...(await readInput()) });
  });
}
