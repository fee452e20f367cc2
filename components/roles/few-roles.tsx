import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";

/** Said where nothing but access to the portal can be given: where roles come from, and for an operator the way there. */
export function FewRoles({ operator }: { operator: boolean }) {
  const t = useTranslations("roles.mapping.few");
  return (
    <Callout title={t("title")} action={operator ? <ButtonLink size="sm" href="/operator/roles">{t("action")}</ButtonLink> : null}>
      {t(operator ? "operator" : "admin")}
    </Callout>
  );
}
