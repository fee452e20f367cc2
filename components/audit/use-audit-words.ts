"use client";

import { useTranslations } from "next-intl";

type Key = Parameters<ReturnType<typeof useTranslations<"activity">>>[0];

/** What was done, in words: `connection.rotation_start` → "started a token rotation". Unknown actions are shown as they are. */
export function useAuditWords() {
  const t = useTranslations("activity");
  return (action: string): string => {
    const key = `actions.${action}` as Key;
    return t.has(key) ? t(key) : action;
  };
}
