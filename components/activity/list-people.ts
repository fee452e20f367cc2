import type { useFormatter, useTranslations } from "next-intl";
import type { CallPersonWire } from "@/lib/contracts/activity";

type Words = { t: ReturnType<typeof useTranslations<"activity.people">>; format: ReturnType<typeof useFormatter> };

/** "Ada Lovelace, Grace Hopper and 3 more": the known ones by name, the others by number. Pure. */
export function listPeople({ t, format }: Words, shown: readonly CallPersonWire[], count: number): string {
  const known = shown.flatMap(({ name }) => name ?? []);
  const unknown = shown.length - known.length;
  const more = count - shown.length;
  const parts = [...known, ...(unknown > 0 ? [t("unknown", { count: unknown })] : []), ...(more > 0 ? [t("more", { count: more })] : [])];
  return parts.length === 0 ? t("nobody") : format.list(parts);
}
