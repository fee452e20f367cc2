"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { useIdpWords } from "../use-idp-words";

/** What the identity provider, which does not know of the undo, will do: each kind its own. */
export function NextAtIdp({ brakeCase, identityProvider }: { brakeCase: BrakeCaseWire; identityProvider: string }) {
  const t = useTranslations("brake.next");
  const idp = useIdpWords(identityProvider);
  const known = identityProvider === "okta" ? "okta" : identityProvider === "microsoft-entra" ? "entra" : "other";
  return (
    <Callout tone="info" title={t("title", { idp: idp.middle })}>
      {brakeCase.mode === "hold" ? t("hold", { idp: idp.start }) : t(known)}
    </Callout>
  );
}
