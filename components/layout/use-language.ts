"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { chooseLocale } from "@/lib/client/locale";

/** The language that is shown, what the choice of it is called, and how to pick another: the page comes anew in it. */
export function useLanguage(): { current: string; label: string; pick: (locale: string) => void } {
  const t = useTranslations("common.userMenu");
  const current = useLocale();
  const router = useRouter();
  function pick(locale: string) {
    chooseLocale(locale);
    router.refresh();
  }
  return { current, label: t("language"), pick };
}
