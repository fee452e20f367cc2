import type OAuth2Server from "@node-oauth/oauth2-server";
import { uuidv7 } from "uuidv7";
import { allowsRedirectUri } from "@/lib/connections/sign-in-methods/allows-redirect-uri";
import { hashSecret } from "@/lib/secret";
import { makeToken } from "@/lib/connections/make-token";
import { claimAuthorizationCode, findAuthorizationCode, insertAuthorizationCode } from "./authorization-code";
import { findGrantOfRefreshToken } from "./find-grant-of-refresh-token";
import { findOAuthClient, type OAuthClient } from "./oauth-client";
import { revokeGrant, saveTokens } from "./save-tokens";

type Client = OAuth2Server.Client & { oauth: OAuthClient };

const SCOPE = ["scim"];

/**
 * What `@node-oauth/oauth2-server` asks of a store, for one connection. Tokens are opaque and hashed, and live in the same
 * table as bearer tokens, so that the SCIM door looks all of them up in one way.
 */
export function oauthModel(connectionId: string): OAuth2Server.AuthorizationCodeModel &
  OAuth2Server.ClientCredentialsModel &
  OAuth2Server.RefreshTokenModel {
  return {
    generateAccessToken: () => Promise.resolve(makeToken().bearerToken),
    generateRefreshToken: () => Promise.resolve(makeToken().bearerToken),
    generateAuthorizationCode: () => Promise.resolve(makeToken().bearerToken),
    getClient: async (clientId, secret: string | null) => presentClient(await findOAuthClient(connectionId, clientId, secret)),
    // Entra may send a scope or none, Ping a list: there is one scope, and a wish for another is not worth an outage.
    validateScope: () => Promise.resolve(SCOPE),
    validateRedirectUri: (uri, client) => Promise.resolve(allowsRedirectUri((client as Client).oauth.redirectUris, uri)),
    getUserFromClient: (client) => Promise.resolve({ grantId: uuidv7(), grantedBy: "client_credentials", clientId: client.id }),
    saveAuthorizationCode: async (code, client, user) => insertAuthorizationCode(code, client, user),
    getAuthorizationCode: async (code) => findAuthorizationCode(hashSecret(code)),
    revokeAuthorizationCode: async (code) => claimAuthorizationCode(code.user.codeHash as Buffer, String(code.user.grantId)),
    getRefreshToken: async (token) => findGrantOfRefreshToken(connectionId, token),
    revokeToken: async (token) => revokeGrant(String(token.user.grantId)),
    saveToken: async (token, client, user) => saveTokens(connectionId, token, client, user),
    // The SCIM door has its own look-up; nothing authenticates through the library.
    getAccessToken: () => Promise.resolve(null),
  };
}

function presentClient(client: OAuthClient | null): Client | null {
  if (!client) return null;
  const grants = [
    ...(client.methods.includes("client_credentials") ? ["client_credentials"] : []),
    ...(client.methods.includes("authorization_code") ? ["authorization_code", "refresh_token"] : []),
  ];
  // The library wants one URI there; validateRedirectUri decides.
  return { id: client.id, grants, redirectUris: ["https://system-admin.okta.com/"], oauth: client };
}
