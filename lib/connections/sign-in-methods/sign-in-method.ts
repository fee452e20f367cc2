import type { Federation, SignInMethod } from "@/lib/contracts/sign-in-method";

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

/** What the admin copies, shown in one answer only. */
export type IssuedCredential =
  | { bearerToken: string }
  | { userName: string; password: string }
  | { clientId: string; clientSecret?: string };
