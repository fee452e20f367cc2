import type { CredentialWire, IssuedCredentialWire, SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import { env } from "@/lib/env";
import type { IssuedCredential, LiveSecret, SignInMethods } from "./sign-in-method";

/** The wire shape of a connection's sign-in methods, with the addresses that the IdP's form asks for. */
export function presentSignInMethods(connectionId: string, methods: SignInMethods): SignInMethodsWire {
  const oauth = `${env().publicUrl}/api/scim/${connectionId}/oauth`;
  return {
    enabled: methods.enabled,
    client_id: methods.clientId,
    token_url: `${oauth}/token`,
    authorization_url: `${oauth}/authorize`,
    client_secrets: methods.clientSecrets.map(presentSecret),
    redirect_uris: methods.redirectUris,
    federation: methods.federation,
    basic_credentials: methods.basicCredentials.map((basic) => ({ ...presentSecret(basic), user_name: basic.userName })),
  };
}

/** The wire shape of what is shown once. */
export function presentIssuedCredential(issued: IssuedCredential): IssuedCredentialWire {
  if ("bearerToken" in issued) return { bearer_token: issued.bearerToken };
  if ("userName" in issued) return { user_name: issued.userName, password: issued.password };
  return { client_id: issued.clientId, ...(issued.clientSecret === undefined ? {} : { client_secret: issued.clientSecret }) };
}

function presentSecret(secret: LiveSecret): CredentialWire {
  return {
    credential_id: secret.id,
    last_four: secret.lastFour,
    created_at: secret.createdAt.toISOString(),
    expires_at: secret.expiresAt?.toISOString() ?? null,
    last_used_at: secret.lastUsedAt?.toISOString() ?? null,
  };
}
