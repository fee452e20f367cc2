import { identityProviders } from "@/lib/contracts/identity-providers";

/** The name of an identity provider in the reader's language; `names` translates the keys of guides.names. */
export function idpName(names: (key: (typeof identityProviders)[number]) => string, identityProvider: string): string {
  return names(identityProviders.find((known) => known === identityProvider) ?? "generic");
}
