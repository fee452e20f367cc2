"use client";

import { useTranslations } from "next-intl";

type Key = Parameters<ReturnType<typeof useTranslations<"activity.actions">>>[0];

/** What was done, in words: `connection.rotation_start` → "started a token rotation". Unknown actions are shown as they are. */
export function useAuditWords() {
  const t = useTranslations("activity.actions");
  return (action: string): string => {
    const key = action as Key;
    return t.has(key) ? t(key) : action;
  };
}
