import { serviceProviderConfig } from "@/lib/scim/discovery/service-provider-config";
import { bulkLimits, pageLimits } from "../limits";
import { cursorTimeoutSeconds } from "../paging-cursor";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { findAuthenticationSchemes } from "./find-authentication-schemes";
import { refuseFilter } from "./refuse-filter";

/** GET /ServiceProviderConfig (RFC 7643 section 5): what this service really does. */
export async function getServiceProviderConfig(call: ScimCall): Promise<ScimAnswer> {
  refuseFilter(call);
  const body = serviceProviderConfig({
    baseUrl: call.scope.baseUrl,
    authenticationSchemes: await findAuthenticationSchemes(call.scope),
    bulk: bulkLimits,
    filterMaxResults: pageLimits.maxCount,
    sort: true,
    etag: true,
    pagination: { cursor: true, defaultPageSize: pageLimits.defaultCount, maxPageSize: pageLimits.maxCount, cursorTimeout: cursorTimeoutSeconds },
  });
  return { status: 200, body };
}
