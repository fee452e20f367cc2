import type { SignInMethod } from "@/lib/contracts/sign-in-method";
import type { AuthenticationScheme } from "@/lib/scim/discovery/service-provider-config";

const schemes: Record<SignInMethod, AuthenticationScheme> = {
  bearer: {
    type: "oauthbearertoken",
    name: "Bearer token",
    description: "The connection's token in the Authorization header.",
    specUri: "https://www.rfc-editor.org/info/rfc6750",
  },
  basic: {
    type: "httpbasic",
    name: "HTTP Basic",
    description: "A user name and password that were issued for this connection.",
    specUri: "https://www.rfc-editor.org/info/rfc7617",
  },
  client_credentials: {
    type: "oauth2",
    name: "OAuth 2 client credentials",
    description: "An access token from this connection's token endpoint, for client id and secret.",
    specUri: "https://www.rfc-editor.org/info/rfc6749",
  },
  authorization_code: {
    type: "oauth2",
    name: "OAuth 2 authorization code",
    description: "An access token that an admin approved, with a refresh token.",
    specUri: "https://www.rfc-editor.org/info/rfc6749",
  },
  federation: {
    type: "oauth2",
    name: "OAuth 2 with a client assertion",
    description: "An access token from this connection's token endpoint, for a JWT of Microsoft Entra ID.",
    specUri: "https://www.rfc-editor.org/info/rfc7523",
  },
};

/** How clients may authenticate to a connection (RFC 7643 section 5): what is switched on, the first one primary. */
export function authenticationSchemes(methods: readonly SignInMethod[]): AuthenticationScheme[] {
  return methods.map((method, index) => ({ ...schemes[method], primary: index === 0 }));
}
