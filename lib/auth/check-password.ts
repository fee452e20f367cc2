import { prisma } from "@/lib/db/client";
import { countAttempt, forgiveAttempt } from "./limit-attempts";
import { verifyPassword } from "./hash-password";

export type CheckedUser = { id: string; email: string; name: string | null };

/**
 * Checks e-mail and password. Null when they do not belong together, after the same time whether or not the account exists.
 * @throws DomainError `limited` after too many attempts for this e-mail or from this address
 */
export async function checkPassword(email: string, password: string, address: string | null): Promise<CheckedUser | null> {
  const from = address ?? "unknown";
  await countAttempt("password-address", from);
  await countAttempt("password-email", email);
  const user = await prisma().user.findUnique({ where: { email: email.trim().toLowerCase() } });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches) return null;
  await forgiveAttempt("password-email", email);
  await forgiveAttempt("password-address", from);
  return { id: user.id, email: user.email, name: user.name };
}
