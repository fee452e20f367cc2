import { z } from "zod";
import { signInMethods } from "./sign-in-methods";

export const SignInMethod = z.enum(signInMethods);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** What Entra shows for workload identity federation (Microsoft, 9 June 2026). */
export const Federation = z.object({
  issuer: z.url({ protocol: /^https?$/ }),
  jwks_url: z.url({ protocol: /^https?$/ }),
  subject: z.string().trim().min(1).max(255),
  audience: z.string().trim().min(1).max(255),
});
export type Federation = z.infer<typeof Federation>;

/** POST …/sign_in_methods/{method} */
export const EnableSignInMethodBody = z.object({ federation: Federation.optional() });
export type EnableSignInMethodBody = z.infer<typeof EnableSignInMethodBody>;

export const CredentialKind = z.enum(["client_secret", "basic"]);
export type CredentialKind = z.infer<typeof CredentialKind>;

/** POST …/credentials */
export const AddCredentialBody = z.object({ kind: CredentialKind });
export type AddCredentialBody = z.infer<typeof AddCredentialBody>;

/** PUT …/redirect_uris: the list replaces the stored one. */
export const RedirectUrisBody = z.object({ redirect_uris: z.array(z.url({ protocol: /^https$/ }).max(2000)).max(10) });
export type RedirectUrisBody = z.infer<typeof RedirectUrisBody>;

/** The same as a form edits it: one a line. */
export const RedirectUrisForm = z.object({
  redirect_uris: z
    .string()
    .transform((text) => text.split(/\s+/).filter((line) => line !== ""))
    .pipe(RedirectUrisBody.shape.redirect_uris),
});

/** What the IdP puts into the authorization URL (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
export const AuthorizationRequest = z.object({
  response_type: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().optional(),
  scope: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

/** POST …/authorizations: the admin's decision about an authorization request. */
export const AuthorizationDecision = AuthorizationRequest.extend({ approved: z.boolean() });
export type AuthorizationDecision = z.infer<typeof AuthorizationDecision>;

export type CredentialWire = {
  credential_id: string;
  last_four: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
};

/** How the IdP may sign in to a connection; never a secret. */
export type SignInMethodsWire = {
  enabled: SignInMethod[];
  client_id: string | null;
  token_url: string;
  authorization_url: string;
  client_secrets: CredentialWire[];
  redirect_uris: string[];
  federation: Federation | null;
  basic_credentials: (CredentialWire & { user_name: string })[];
};

/** What enabling a method or adding a credential shows once. */
export type IssuedCredentialWire = {
  bearer_token?: string;
  user_name?: string;
  password?: string;
  client_id?: string;
  client_secret?: string;
};
