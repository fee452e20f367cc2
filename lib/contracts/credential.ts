import { z } from "zod";

export const CreateCredentialBody = z.object({ name: z.string().trim().min(1, "required").max(100, "too_long") });
export type CreateCredentialBody = z.infer<typeof CreateCredentialBody>;

/** An API credential in a list; the secret is never shown again. */
export const WireCredential = z.object({
  credential_id: z.string(),
  name: z.string(),
  secret_last_four: z.string(),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
});
export type WireCredential = z.infer<typeof WireCredential>;

/** The answer of a creation: `secret` is here and nowhere else. */
export const NewCredential = WireCredential.extend({ project_id: z.string(), secret: z.string() });
export type NewCredential = z.infer<typeof NewCredential>;
