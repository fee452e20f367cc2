import { useTranslations } from "next-intl";

const outcomes = ["delivered", "refused", "redirected", "timeout", "unreachable", "blocked"] as const;

/** What came of a try, in words; one that this page does not know is shown as it is. */
export function useOutcome(): (outcome: string) => string {
  const t = useTranslations("webhooks.outcomes");
  return (outcome) => {
    const known = outcomes.find((each) => each === outcome);
    return known ? t(known) : outcome;
  };
}
