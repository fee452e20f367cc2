import { z } from "zod";
import { credentialScopes } from "./credential-scope";

const CredentialScopes = z.array(z.enum(credentialScopes)).min(1, "required").max(credentialScopes.length);

/** POST /v1/b2b/credentials. Without `scopes` the credential may do everything. */
export const CreateCredentialBody = z.object({
  name: z.string().trim().min(1, "required").max(100, "too_long"),
  scopes: CredentialScopes.default([...credentialScopes]),
});
export type CreateCredentialBody = z.infer<typeof CreateCredentialBody>;

/** An API credential in a list; the secret is never shown again. */
export const WireCredential = z.object({
  credential_id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(credentialScopes)),
  secret_last_four: z.string(),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable(),
});
export type WireCredential = z.infer<typeof WireCredential>;

/** The answer of a creation: `secret` is here and nowhere else. */
export const NewCredential = WireCredential.extend({ project_id: z.string(), secret: z.string() });
export type NewCredential = z.infer<typeof NewCredential>;
