"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { BackToSettings } from "../back-to-settings";
import { useIdpWords } from "../use-idp-words";
import { useCaseTitle } from "./use-case-title";

type Props = { organization: string; brakeCase: BrakeCaseWire; identityProvider: string };

/** What happened, in a few sentences. */
export function BrakeStory({ organization, brakeCase, identityProvider }: Props) {
  const t = useTranslations("brake.case");
  const idp = useIdpWords(identityProvider);
  const title = useCaseTitle(brakeCase);
  const { counts, mode, status } = brakeCase;
  const waits = counts.waiting > 0;
  const key = waits ? (mode === "hold" ? "storyHold" : "storySuspend") : status === "closed" ? "storyClosed" : "withdrawn";
  const at = key === "storyClosed" ? (brakeCase.closed_at ?? brakeCase.last_at) : brakeCase.opened_at;
  const total = counts.waiting + counts.earlier + counts.returned + counts.released + counts.undone;
  return (
    <section className="flex flex-col gap-1.5">
      <BackToSettings organization={organization} connectionId={brakeCase.connection_id} card="mass-departures">
        {t("back")}
      </BackToSettings>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 className="text-lg font-semibold text-text">{title}</h2>
        <Badge tone={waits ? "warning" : "neutral"}>{waits ? t("open") : t("closed")}</Badge>
      </div>
      <p className="max-w-prose text-sm text-muted">
        {t.rich(key, {
          idp: idp.start,
          by: brakeCase.closed_by ?? "",
          total,
          active: brakeCase.active_people,
          people: brakeCase.people,
          percent: brakeCase.percent,
          earlier: counts.earlier,
          undone: counts.undone,
          released: counts.released,
          time: () => <RelativeTime at={at} />,
        })}
      </p>
    </section>
  );
}
