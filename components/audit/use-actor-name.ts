"use client";

import { useTranslations } from "next-intl";

/** The name of whoever did something, as it was kept; programs without a name of their own in the reader's language. */
export function useActorName(): (label: string) => string {
  const t = useTranslations("common.programs");
  return (label) => {
    const [, lastFour] = /^API credential …(\S+)$/.exec(label) ?? [];
    if (lastFour !== undefined) return t("credential", { lastFour });
    const [, name] = /^command line \((.+)\)$/.exec(label) ?? [];
    return name === undefined ? label : t("commandLine", { name });
  };
}
