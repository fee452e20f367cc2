import { allowsRedirectUri } from "@/lib/connections/sign-in-methods/allows-redirect-uri";
import { pool } from "@/lib/db/client";
import { AuthorizationRequest } from "@/lib/contracts/sign-in-method";
import { findOAuthClient } from "./oauth-client";

/** Why an authorization URL is not honoured: shown to the admin, never sent to the address in it. */
export type AuthorizationProblem = "malformed" | "unknown_client" | "method_off" | "redirect_uri";

export type PendingAuthorization = {
  request: AuthorizationRequest;
  organizationId: string;
  organizationName: string;
  logoUrl: string | null;
  brandColor: string | null;
  connectionId: string;
  connectionName: string;
  identityProvider: string;
};

/** Checks what the IdP asks for before an admin is asked (RFC 6749 section 4.1.2.1: a wrong redirect URI is never followed). */
export async function readAuthorizationRequest(
  connectionId: string,
  query: Record<string, string | string[] | undefined>,
): Promise<PendingAuthorization | { problem: AuthorizationProblem }> {
  const parsed = AuthorizationRequest.safeParse(query);
  if (!parsed.success) return { problem: "malformed" };
  const client = await findOAuthClient(connectionId, parsed.data.client_id, null);
  if (!client) return { problem: "unknown_client" };
  if (!client.methods.includes("authorization_code")) return { problem: "method_off" };
  if (!allowsRedirectUri(client.redirectUris, parsed.data.redirect_uri)) return { problem: "redirect_uri" };
  return { request: parsed.data, ...(await nameConnection(client.connectionId)) };
}

async function nameConnection(connectionId: string): Promise<Omit<PendingAuthorization, "request">> {
  const { rows } = await pool().query<Omit<PendingAuthorization, "request">>(
    `SELECT o.id AS "organizationId", o.name AS "organizationName", o.logo_url AS "logoUrl", o.brand_color AS "brandColor", c.id AS "connectionId",
            c.display_name AS "connectionName", c.identity_provider AS "identityProvider"
       FROM connection c JOIN organization o ON o.id = c.organization_id WHERE c.id = $1`,
    [connectionId],
  );
  const [row] = rows;
  if (!row) throw new Error("a client's connection is gone");
  return row;
}
