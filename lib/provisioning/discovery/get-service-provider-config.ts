import { findEnabledMethods } from "@/lib/connections/sign-in-methods/find-enabled-methods";
import type { SignInMethod } from "@/lib/contracts/sign-in-method";
import { serviceProviderConfig } from "@/lib/scim/discovery/service-provider-config";
import { bulkLimits, pageLimits } from "../limits";
import { cursorTimeoutSeconds } from "../paging-cursor";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { authenticationSchemes } from "./authentication-schemes";
import { refuseFilter } from "./refuse-filter";

/** GET /ServiceProviderConfig (RFC 7643 section 5): what this service really does. */
export async function getServiceProviderConfig(call: ScimCall): Promise<ScimAnswer> {
  return describeService({ baseUrl: call.scope.baseUrl, methods: await findEnabledMethods(call.scope.connectionId), query: call.query });
}

/** The same for a caller of whom nothing is known yet. */
export function describeService({ baseUrl, methods, query }: { baseUrl: string; methods: SignInMethod[]; query: URLSearchParams }): ScimAnswer {
  refuseFilter({ query });
  const body = serviceProviderConfig({
    baseUrl,
    authenticationSchemes: authenticationSchemes(methods),
    bulk: bulkLimits,
    filterMaxResults: pageLimits.maxCount,
    sort: true,
    etag: true,
    pagination: { cursor: true, defaultPageSize: pageLimits.defaultCount, maxPageSize: pageLimits.maxCount, cursorTimeout: cursorTimeoutSeconds },
  });
  return { status: 200, body };
}
