import { entra } from "./entra";
import type { Guide } from "./guide";
import { oktaCatalog, oktaWizard } from "./okta";
import { cyberark, generic, jumpcloud, onelogin, pingfederate, rippling } from "./others";

const all: Guide[] = [oktaWizard, oktaCatalog, entra, cyberark, jumpcloud, onelogin, pingfederate, rippling, generic];

/** The guides of an identity provider, the usual one first; an IdP that we do not know gets the generic one. */
export function findGuides(identityProvider: string): [Guide, ...Guide[]] {
  const [first, ...others] = all.filter((guide) => guide.identityProvider === identityProvider);
  return first ? [first, ...others] : [generic];
}
