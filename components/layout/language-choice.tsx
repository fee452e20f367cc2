"use client";

import { Languages } from "lucide-react";
import { flyoutItemClass } from "./flyout";
import { useLanguage } from "./use-language";

export type LanguageChoiceProps = { languages: readonly { locale: string; name: string }[] };

/** The languages of the portal, each by its own name; nothing while there is only one. */
export function LanguageChoice({ languages }: LanguageChoiceProps) {
  const { current, label, pick } = useLanguage();
  if (languages.length < 2) return null;
  return (
    <div role="group" aria-label={label}>
      {languages.map(({ locale, name }) => (
        <button key={locale} type="button" role="menuitemradio" lang={locale} aria-checked={locale === current} onClick={() => pick(locale)} className={flyoutItemClass}>
          <Languages aria-hidden className={locale === current ? "text-accent-text!" : ""} />
          {name}
        </button>
      ))}
    </div>
  );
}
