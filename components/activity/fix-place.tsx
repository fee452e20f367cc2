import { Route } from "lucide-react";
import { useTranslations } from "next-intl";
import { idpName } from "@/components/connections/idp-name";
import { identityProviders } from "@/lib/contracts/identity-providers";
import type { FixPlaceName } from "./cause-places";

/** The menu path to where something is mended, in the IdP's own words. */
export function FixPlace({ identityProvider, place }: { identityProvider: string; place: FixPlaceName | null }) {
  const t = useTranslations("menus");
  const names = useTranslations("guides.names");
  const unnamed = useTranslations("guides.unnamed");
  if (!place) return null;
  const idp = identityProviders.find((known) => known === identityProvider) ?? "generic";
  return (
    <p className="mt-1.5 flex items-start gap-1.5 text-xs text-muted">
      <Route aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {t("label", { idp: idp === "generic" ? unnamed("middle") : idpName(names, idp) })}: <span className="font-medium text-text">{t(`${idp}.${place}`)}</span>
      </span>
    </p>
  );
}
