import { useTranslations } from "next-intl";
import type { FindingWire } from "@/lib/contracts/health";

type Words = { title: string; text: string; fix: string };

/** Title, sentence and fix of a finding, with its numbers. */
export function useFindingWords(identityProvider: string): (finding: Pick<FindingWire, "code" | "count" | "evidence">) => Words {
  const t = useTranslations("health.rules");
  return ({ code, count, evidence }) => {
    // A sentence takes the values that it needs; what a rule does not give must not break it.
    const inHours = (minutes: string | number | undefined): number => Math.round(Number(minutes ?? 0) / 60);
    const hours = { hours: inHours(evidence.values?.["minutes"]), every_hours: inHours(evidence.values?.["every"]) };
    const values = { count, days: 0, minutes: 0, every: 0, percent: 0, calls: 0, networks: "", idp: identityProvider === "microsoft-entra" ? "entra" : "other", ...hours, ...evidence.values };
    return { title: t(`${code}.title`), text: t(`${code}.text`, values), fix: t(`${code}.fix`) };
  };
}
