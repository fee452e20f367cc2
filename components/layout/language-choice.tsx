"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { chooseLocale } from "@/lib/client/locale";
import { flyoutItemClass } from "./flyout";

export type LanguageChoiceProps = { languages: readonly { locale: string; name: string }[] };

/** The languages of the portal, each by its own name; nothing while there is only one. */
export function LanguageChoice({ languages }: LanguageChoiceProps) {
  const t = useTranslations("common.userMenu");
  const current = useLocale();
  const router = useRouter();
  if (languages.length < 2) return null;
  function pick(locale: string) {
    chooseLocale(locale);
    router.refresh();
  }
  return (
    <div role="group" aria-label={t("language")}>
      {languages.map(({ locale, name }) => (
        <button key={locale} type="button" role="menuitemradio" lang={locale} aria-checked={locale === current} onClick={() => pick(locale)} className={flyoutItemClass}>
          <Languages aria-hidden className={locale === current ? "text-accent-text!" : ""} />
          {name}
        </button>
      ))}
    </div>
  );
}
