import { hash, verify } from "@node-rs/argon2";

/** argon2id with the parameters OWASP recommends first: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What an unknown account is compared with, so that its answer takes as long as a wrong password's. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$cm9sbGNhbGwtbm9ib2R5IQ$Ru2lxVd+pBTcWoOQHT4AXcSYGXXuT3RMRhrW9IhXF9g";

/** Hashes a password for storage. Passwords are compared in Unicode normal form (NIST SP 800-63B section 5.1.1.2). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Whether a password matches a stored hash. Without a hash it works as long and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, password.normalize("NFKC"));
  return matches && stored !== null;
}
