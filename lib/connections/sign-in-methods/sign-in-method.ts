import { z } from "zod";

/** Ways in which an IdP may prove who it is (see docs/self-hosting.md). `bearer` is on from the start. */
export const signInMethods = ["bearer", "basic", "client_credentials", "authorization_code", "federation"] as const;

export type SignInMethod = (typeof signInMethods)[number];

/** The methods for which the connection is an OAuth 2 client of Rollcall. */
export const oauthMethods = ["client_credentials", "authorization_code", "federation"] as const satisfies SignInMethod[];

/** What Entra shows for workload identity federation (Microsoft, 9 June 2026). */
export const Federation = z.object({ issuer: z.url(), jwks_url: z.url(), subject: z.string().min(1), audience: z.string().min(1) });

export type Federation = z.infer<typeof Federation>;

export type LiveSecret = { id: string; lastFour: string; createdAt: Date; expiresAt: Date | null; lastUsedAt: Date | null };

/** A connection's sign-in methods as an admin may see them: never a secret. */
export type SignInMethods = {
  enabled: SignInMethod[];
  clientId: string | null;
  clientSecrets: LiveSecret[];
  redirectUris: string[];
  federation: Federation | null;
  basicCredentials: (LiveSecret & { userName: string })[];
};
