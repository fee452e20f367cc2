import OAuth2Server from "@node-oauth/oauth2-server";
import { oauthModel } from "./oauth-model";

/** Microsoft asks for 60 minutes to 6 hours. */
export const ACCESS_TOKEN_SECONDS = 2 * 60 * 60;
const CODE_SECONDS = 60;

/** The OAuth 2 server of one connection: client credentials, authorization code, refresh. PKCE is checked when the client uses it. */
export function authorizationServer(connectionId: string): OAuth2Server {
  return new OAuth2Server({
    model: oauthModel(connectionId),
    accessTokenLifetime: ACCESS_TOKEN_SECONDS,
    authorizationCodeLifetime: CODE_SECONDS,
    alwaysIssueNewRefreshToken: false,
    allowEmptyState: true,
  });
}
