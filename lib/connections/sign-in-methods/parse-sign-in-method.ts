import { SignInMethod } from "@/lib/contracts/sign-in-method";
import { DomainError } from "@/lib/errors";

/** Reads a method's name. Throws `sign_in_method_not_found`. */
export function parseSignInMethod(text: string): SignInMethod {
  const parsed = SignInMethod.safeParse(text);
  if (!parsed.success) throw new DomainError("not_found", "sign_in_method_not_found", "There is no such sign-in method.");
  return parsed.data;
}
