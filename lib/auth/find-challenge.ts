import { findEnabledMethods } from "@/lib/connections/sign-in-methods/find-enabled-methods";

/**
 * The WWW-Authenticate of a 401: the HTTP schemes that this connection knows (RFC 7644 section 2, RFC 9110 section 11.6.1). `presented`: a
 * credential came and was wrong (RFC 6750 section 3.1).
 */
export async function findChallenge(connectionId: string, { presented }: { presented: boolean }): Promise<string> {
  const methods = await findEnabledMethods(connectionId);
  const bearer = `Bearer realm="scim"${presented ? ', error="invalid_token"' : ""}`;
  const challenges = [...(methods.some((method) => method !== "basic") ? [bearer] : []), ...(methods.includes("basic") ? ['Basic realm="scim", charset="UTF-8"'] : [])];
  return challenges.length === 0 ? bearer : challenges.join(", ");
}
