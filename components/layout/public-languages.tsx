"use client";

import { cn } from "@/components/ui/cn";
import { useLanguage } from "./use-language";

/** The languages, each by its own name, for people who have no user menu yet. */
export function PublicLanguages({ languages }: { languages: readonly { locale: string; name: string }[] }) {
  const { current, label, pick } = useLanguage();
  if (languages.length < 2) return null;
  return (
    <div role="group" aria-label={label} className="flex gap-1">
      {languages.map(({ locale, name }) => (
        <button key={locale} type="button" lang={locale} aria-pressed={locale === current} onClick={() => pick(locale)} className={cn("min-h-6 rounded-sm px-1.5 hover:text-text", locale === current && "font-medium text-text")}>
          {name}
        </button>
      ))}
    </div>
  );
}
