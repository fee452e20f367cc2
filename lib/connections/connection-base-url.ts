import { env } from "@/lib/env";

/**
 * The base URL that the admin copies into the IdP. Microsoft Entra ID's carries the flag that makes it speak RFC 7644 in
 * PATCH requests. No underscore may occur in it: Okta refuses such URLs.
 */
export function connectionBaseUrl(connection: { id: string; identityProvider: string }): string {
  const url = `${env().publicUrl}/api/scim/${connection.id}`;
  return connection.identityProvider === "microsoft-entra" ? `${url}?aadOptscim062020` : url;
}
