"use client";

import { useTranslations } from "next-intl";

type Actions = ReturnType<typeof useTranslations<"operator.audit.actions">>;

/** "Created connection" for `connection.create`; an action without words of its own is shown as it is stored. */
export function useAuditSentence(): (action: string) => string {
  const t = useTranslations("operator.audit.actions");
  return (action) => {
    const key = action.replaceAll(".", "-") as Parameters<Actions>[0];
    return t.has(key) ? t(key) : action;
  };
}
