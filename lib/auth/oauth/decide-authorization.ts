import OAuth2Server from "@node-oauth/oauth2-server";
import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { authorizationServer } from "./authorization-server";
import type { AuthorizationRequest } from "@/lib/contracts/sign-in-method";

/**
 * Answers an authorization request after an admin decided (RFC 6749 section 4.1): returns where the browser goes, with a
 * code or with `access_denied`. Throws `oauth_request_refused` when client or redirect URI are wrong: then nobody is sent
 * anywhere, since the address cannot be trusted.
 */
export async function decideAuthorization(
  scope: OrganizationScope,
  connectionId: string,
  { approved, ...asked }: AuthorizationRequest & { approved: boolean },
): Promise<string> {
  const query = Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const body = approved ? {} : { allowed: "false" };
  const request = new OAuth2Server.Request({ method: "GET", headers: {}, query, body });
  const response = new OAuth2Server.Response();
  const approve = { handle: () => ({ grantId: uuidv7(), approvedBy: scope.actor.label }) };
  await authorizationServer(connectionId).authorize(request, response, { authenticateHandler: approve }).catch(refuseUnlessRedirected(response));
  const target = { type: "connection", id: connectionId, label: "" };
  await recordAudit(pool(), { scope, action: "connection.oauth_consent", target, after: { approved, redirect_uri: asked.redirect_uri } });
  return String(response.get("location"));
}

function refuseUnlessRedirected(response: OAuth2Server.Response): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof OAuth2Server.OAuthError)) throw error;
    if (response.get("location") === undefined) throw new DomainError("invalid", "oauth_request_refused", error.message);
  };
}
