import { entraGuides } from "./entra";
import type { Guide } from "./guide";
import { oktaCatalogGuides, oktaWizardGuides } from "./okta";
import { cyberark, genericGuides, jumpcloud, onelogin, pingfederateGuides, rippling } from "./others";

const all: Guide[] = [...oktaWizardGuides, ...oktaCatalogGuides, ...entraGuides, cyberark, jumpcloud, onelogin, ...pingfederateGuides, rippling, ...genericGuides];

/** The guides of an identity provider, one a kind of app and way to sign in, the usual one first; an IdP that we do not know gets the generic ones. */
export function findGuides(identityProvider: string): [Guide, ...Guide[]] {
  const [first, ...others] = all.filter((guide) => guide.identityProvider === identityProvider);
  return first ? [first, ...others] : findGuides("generic");
}
