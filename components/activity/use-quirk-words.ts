"use client";

import { useTranslations } from "next-intl";

type Key = Parameters<ReturnType<typeof useTranslations<"quirks">>>[0];

/** What had to be tolerated, in plain words; a code without words is shown as it is. */
export function useQuirkWords(): (code: string) => string {
  const t = useTranslations("quirks");
  return (code) => (t.has(code as Key) ? t(code as Key) : code);
}
