"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { BrakeCaseWire } from "@/lib/contracts/brake";

/** "15 people suspended", or the day of a mass departure about which nobody has to decide any more. */
export function useCaseTitle({ counts, mode, opened_at: openedAt }: BrakeCaseWire): string {
  const t = useTranslations("brake.case");
  const format = useFormatter();
  if (counts.waiting === 0) return t("titleClosed", { date: format.dateTime(new Date(openedAt), { dateStyle: "medium" }) });
  return t(mode === "hold" ? "titleHold" : "titleSuspend", { count: counts.waiting });
}
