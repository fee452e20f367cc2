import { decodeJwt, errors, jwtVerify } from "jose";
import { uuidv7 } from "uuidv7";
import { makeToken } from "@/lib/connections/make-token";
import type { Federation } from "@/lib/contracts/sign-in-method";
import type { TokenRequest } from "./answer-token-request";
import { ACCESS_TOKEN_SECONDS } from "./authorization-server";
import { findOAuthClient, type OAuthClient } from "./oauth-client";
import { OAuthError } from "./oauth-error";
import { remoteKeys } from "./remote-keys";
import { saveTokens } from "./save-tokens";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const CLOCK_SKEW_SECONDS = 60;

/**
 * Trades a JWT that Entra signed for an access token (workload identity federation, Microsoft, 9 June 2026). Unlike RFC 7523
 * says, `iss` and `sub` are not the client id and there is no `jti`: what counts are the four values the admin stored.
 */
export async function exchangeClientAssertion({ connectionId, form }: TokenRequest): Promise<Record<string, unknown>> {
  if (form.grant_type !== "client_credentials") throw new OAuthError(400, "unsupported_grant_type", "An assertion goes with client_credentials.");
  if (form.client_assertion_type !== ASSERTION_TYPE) throw new OAuthError(400, "invalid_request", `client_assertion_type must be ${ASSERTION_TYPE}.`);
  const client = await findFederatedClient(connectionId, form.client_id);
  await verifyAssertion(form.client_assertion ?? "", client.federation);
  const { bearerToken: accessToken } = makeToken();
  const expiresAt = new Date(Date.now() + ACCESS_TOKEN_SECONDS * 1000);
  const granted = { id: client.id, grants: [] };
  await saveTokens(connectionId, { accessToken, accessTokenExpiresAt: expiresAt, client: granted, user: {} }, granted, {
    grantId: uuidv7(),
    grantedBy: "federation",
  });
  return { access_token: accessToken, token_type: "Bearer", expires_in: ACCESS_TOKEN_SECONDS, scope: "scim" };
}

async function findFederatedClient(connectionId: string, clientId: string | undefined): Promise<OAuthClient & { federation: Federation }> {
  const client = clientId === undefined ? null : await findOAuthClient(connectionId, clientId, null);
  if (!client?.federation || !client.methods.includes("federation")) throw invalidClient("The client is unknown, or federation is off.");
  return { ...client, federation: client.federation };
}

async function verifyAssertion(assertion: string, { issuer, jwks_url, subject, audience }: Federation): Promise<void> {
  // The portal shows api://<appId>/.default, the token says api://<appId>: either form may have been pasted.
  const bare = audience.replace(/\/\.default$/, "");
  try {
    await jwtVerify(assertion, remoteKeys(jwks_url), {
      algorithms: ["RS256"],
      issuer,
      subject,
      audience: [bare, `${bare}/.default`],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ["exp"],
    });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw invalidClient(explain(error, assertion));
    throw invalidClient("The issuer's keys could not be fetched.");
  }
}

/** Names the value that differs: the admin has to find out which of four was pasted wrongly. */
function explain(error: errors.JOSEError, assertion: string): string {
  if (error instanceof errors.JWTClaimValidationFailed) {
    const claims = decodeJwt(assertion);
    return `The assertion's "${error.claim}" is ${JSON.stringify(claims[error.claim] ?? null)}: not what this connection was set up with.`;
  }
  return `The assertion was refused: ${error.message}.`;
}

function invalidClient(message: string): OAuthError {
  return new OAuthError(401, "invalid_client", message);
}
