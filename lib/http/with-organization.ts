import type { NextRequest } from "next/server";
import type { z } from "zod";
import { authorizeOrganization } from "@/lib/auth/authorize-organization";
import { authorizeSetupLink } from "@/lib/auth/setup-links/authorize-setup-link";
import { setupCookieName } from "@/lib/auth/setup-links/setup-cookie";
import { connectionNotFound, parseConnectionId } from "@/lib/connections/parse-connection-id";
import type { Operation, PathParams } from "@/lib/contracts/operation";
import type { Permission } from "@/lib/contracts/permission";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";
import type { OrganizationScope } from "@/lib/scope";
import { answerApiCall, type RouteHandler } from "./answer-api-call";
import { checkSameOrigin } from "./check-same-origin";
import { remoteAddress } from "./remote-address";

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
 * external id. Callers: Basic credentials, or a portal session with the permission there; with `setupLink` also who is inside a
 * set-up link, whose id then stands for the organization: `setup-link-<uuid>`. The input is read only after the caller was let in.
 */
export function withOrganization<Path extends string, Body, Query, Answer extends z.ZodRawShape>(
  operation: Operation<Path, Body, Query, Answer>,
  handle: (call: OrganizationCall<PathParams<Path>, Body, Query>) => Promise<z.output<z.ZodObject<Answer>>>,
): RouteHandler {
  return answerApiCall<PathParams<Path> & { organization: string }, Body, Query>(operation, async ({ request, identify, params, readInput }) => {
    const linkId = operation.setupLink ? readSetupLinkId(params.organization) : null;
    const { scope, permissions } = linkId
      ? await openSetupLink(request, linkId, operation.permission, params)
      : await authorizeOrganization(await identify(), params.organization, operation.permission);
    return handle({ scope, params, permissions, ...(await readInput()) });
  });
}

/** A connection in the address must be the link's own; any other does not exist. */
async function openSetupLink(request: NextRequest, linkId: string, permission: Permission, params: object) {
  checkSameOrigin(request);
  const secret = request.cookies.get(setupCookieName())?.value;
  const access = await authorizeSetupLink({ linkId, secret, permission, remoteAddress: remoteAddress(request.headers) });
  if ("connection" in params && parseConnectionId(String(params.connection)) !== access.scope.onlyConnection) throw connectionNotFound();
  return access;
}
