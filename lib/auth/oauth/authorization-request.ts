import { z } from "zod";

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
