"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { chooseLocale } from "@/lib/client/locale";

/** The languages, each by its own name, for people who have no user menu yet. */
export function PublicLanguages({ languages }: { languages: readonly { locale: string; name: string }[] }) {
  const t = useTranslations("common.userMenu");
  const current = useLocale();
  const router = useRouter();
  if (languages.length < 2) return null;
  function pick(locale: string) {
    chooseLocale(locale);
    router.refresh();
  }
  return (
    <div role="group" aria-label={t("language")} className="flex gap-1">
      {languages.map(({ locale, name }) => (
        <button key={locale} type="button" lang={locale} aria-pressed={locale === current} onClick={() => pick(locale)} className={cn("min-h-6 rounded-sm px-1.5 hover:text-text", locale === current && "font-medium text-text")}>
          {name}
        </button>
      ))}
    </div>
  );
}
