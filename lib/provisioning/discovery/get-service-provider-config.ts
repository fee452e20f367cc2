import { findSignInMethods } from "@/lib/connections/find-sign-in-methods";
import { serviceProviderConfig, type AuthenticationScheme } from "@/lib/scim/discovery/service-provider-config";
import { pageLimits } from "../limits";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { refuseFilter } from "./refuse-filter";

/** GET /ServiceProviderConfig (RFC 7643 section 5): what this service really does, for this connection. */
export async function getServiceProviderConfig(call: ScimCall): Promise<ScimAnswer> {
  refuseFilter(call);
  const body = serviceProviderConfig({
    baseUrl: call.scope.baseUrl,
    authenticationSchemes: describeSchemes(await findSignInMethods(call.scope)),
    bulk: null,
    filterMaxResults: pageLimits.maxCount,
    sort: false,
    etag: true,
    pagination: { cursor: false, defaultPageSize: pageLimits.defaultCount, maxPageSize: pageLimits.maxCount },
  });
  return { status: 200, body };
}

const bearer: AuthenticationScheme = {
  type: "oauthbearertoken",
  name: "Bearer token",
  description: "The connection's token in the Authorization header.",
  specUri: "https://www.rfc-editor.org/info/rfc6750",
};
const oauth: AuthenticationScheme = {
  type: "oauth2",
  name: "OAuth 2.0",
  description: "An access token from this connection's token endpoint.",
  specUri: "https://www.rfc-editor.org/info/rfc6749",
};
const basic: AuthenticationScheme = {
  type: "httpbasic",
  name: "HTTP Basic",
  description: "User name and password in the Authorization header.",
  specUri: "https://www.rfc-editor.org/info/rfc7617",
};

/** The enabled ones; the first is primary. */
function describeSchemes(methods: string[]): AuthenticationScheme[] {
  const oauthMethods = ["client_credentials", "authorization_code", "federation"];
  const schemes = [
    ...(methods.includes("bearer") ? [bearer] : []),
    ...(methods.some((method) => oauthMethods.includes(method)) ? [oauth] : []),
    ...(methods.includes("basic") ? [basic] : []),
  ];
  return schemes.map((scheme, at) => (at === 0 ? { ...scheme, primary: true } : scheme));
}
