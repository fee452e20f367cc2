import { z } from "zod";
import { signInMethods } from "./sign-in-methods";

export const SignInMethod = z.enum(signInMethods);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** What Entra shows for workload identity federation (Microsoft, 9 June 2026). */
export const Federation = z.object({
  issuer: z.url({ protocol: /^https?$/ }).max(2000),
  jwks_url: z.url({ protocol: /^https?$/ }).max(2000),
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
  response_type: z.string().max(64),
  client_id: z.string().max(256),
  redirect_uri: z.string().max(2000),
  state: z.string().max(4000).optional(),
  scope: z.string().max(1000).optional(),
  code_challenge: z.string().max(128).optional(),
  code_challenge_method: z.string().max(16).optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

/** POST …/authorizations: the admin's decision about an authorization request. */
export const AuthorizationDecision = AuthorizationRequest.extend({ approved: z.boolean() });
export type AuthorizationDecision = z.infer<typeof AuthorizationDecision>;

export const CredentialWire = z.object({
  credential_id: z.string(),
  last_four: z.string(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
  last_used_at: z.iso.datetime().nullable(),
});
export type CredentialWire = z.infer<typeof CredentialWire>;

/** How the IdP may sign in to a connection; never a secret. */
export const SignInMethodsWire = z.object({
  enabled: z.array(SignInMethod),
  client_id: z.string().nullable(),
  token_url: z.string(),
  authorization_url: z.string(),
  client_secrets: z.array(CredentialWire),
  redirect_uris: z.array(z.string()),
  federation: Federation.nullable(),
  basic_credentials: z.array(CredentialWire.extend({ user_name: z.string() })),
});
export type SignInMethodsWire = z.infer<typeof SignInMethodsWire>;

/** What enabling a method or adding a credential shows once. */
export const IssuedCredentialWire = z.object({
  bearer_token: z.string().optional(),
  user_name: z.string().optional(),
  password: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});
export type IssuedCredentialWire = z.infer<typeof IssuedCredentialWire>;
