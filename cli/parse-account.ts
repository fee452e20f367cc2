import { FirstRunBody } from "@/lib/contracts/invitation";

const SENTENCES: Record<string, string> = {
  invalid_email: "This is not an e-mail address.",
  password_too_short: "The password must have at least 10 characters.",
};

/** The same rules as in the browser. */
export function parseAccount(given: { email: string; password: string }): { email: string; password: string } {
  const parsed = FirstRunBody.pick({ email_address: true, password: true }).safeParse({ email_address: given.email, password: given.password });
  if (parsed.success) return { email: parsed.data.email_address, password: parsed.data.password };
  throw new Error(parsed.error.issues.map(({ message, path }) => SENTENCES[message] ?? `${path.join(".")}: ${message}`).join("\n"));
}
