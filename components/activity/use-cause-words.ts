import { useFormatter, useTranslations } from "next-intl";
import type { ScimRequestWire } from "@/lib/contracts/activity";

/** Why a call failed and what to do, in words; null for one that did not fail. */
export function useCauseWords(): (call: Pick<ScimRequestWire, "cause" | "cause_facts">) => { cause: string; fix: string } | null {
  const t = useTranslations("activity.causes");
  const format = useFormatter();
  return ({ cause, cause_facts: { at, ...facts } }) => {
    if (!cause) return null;
    const values = { ...facts, when: at ? format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }) : "" };
    return { cause: t(`${cause}.cause`, values), fix: t(`${cause}.fix`, values) };
  };
}
