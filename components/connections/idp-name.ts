import { IdentityProvider } from "@/lib/contracts/connection";

/** The name of an identity provider in the reader's language; `names` translates the keys of guides.names. */
export function idpName(names: (key: IdentityProvider) => string, identityProvider: string): string {
  const known = IdentityProvider.safeParse(identityProvider);
  return names(known.success ? known.data : "generic");
}
