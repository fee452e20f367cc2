"use client";

import { useTranslations } from "next-intl";
import { idpName } from "./idp-name";

/** How sentences speak of an identity provider: by its name, or as "your identity provider", at their start or further on. */
export function useIdpWords(identityProvider: string): { start: string; middle: string } {
  const t = useTranslations("guides.unnamed");
  const names = useTranslations("guides.names");
  if (identityProvider === "generic") return { start: t("start"), middle: t("middle") };
  const name = idpName(names, identityProvider);
  return { start: name, middle: name };
}
