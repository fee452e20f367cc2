import { serviceProviderConfig } from "@/lib/scim/discovery/service-provider-config";
import { pageLimits } from "../limits";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { refuseFilter } from "./refuse-filter";

/** GET /ServiceProviderConfig (RFC 7643 section 5): what this service really does. */
export function getServiceProviderConfig(call: ScimCall): ScimAnswer {
  refuseFilter(call);
  const body = serviceProviderConfig({
    baseUrl: call.scope.baseUrl,
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "Bearer token",
        description: "The connection's token in the Authorization header.",
        specUri: "https://www.rfc-editor.org/info/rfc6750",
        primary: true,
      },
    ],
    bulk: null,
    filterMaxResults: pageLimits.maxCount,
    sort: false,
    etag: true,
    pagination: { cursor: false, defaultPageSize: pageLimits.defaultCount, maxPageSize: pageLimits.maxCount },
  });
  return { status: 200, body };
}
