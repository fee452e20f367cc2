import type { SignInMethod } from "@/lib/contracts/sign-in-method";
import { pool } from "@/lib/db/client";
import type { AuthenticationScheme } from "@/lib/scim/discovery/service-provider-config";
import type { ConnectionScope } from "@/lib/scope";

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

/** How clients may authenticate to this connection (RFC 7643 section 5): what is switched on, the first one primary. */
export async function findAuthenticationSchemes(scope: ConnectionScope): Promise<AuthenticationScheme[]> {
  const { rows } = await pool().query<{ sign_in_methods: SignInMethod[] }>({
    name: "find-sign-in-methods",
    text: "SELECT sign_in_methods FROM connection WHERE id = $1",
    values: [scope.connectionId],
  });
  return (rows[0]?.sign_in_methods ?? []).map((method, index) => ({ ...schemes[method], primary: index === 0 }));
}
