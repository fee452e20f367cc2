"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/relative-time";
import type { EndpointWire } from "@/lib/contracts/webhook";

/** What an operator should know before anything else: paused, failing, or two secrets live. */
export function EndpointNotice({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks");
  const moment = (at: string | null) => () => (at ? <RelativeTime at={at} className="font-medium" /> : null);
  const since = moment(endpoint.failing_since);
  return (
    <>
      {endpoint.status === "failing" ? (
        <Callout tone="danger" title={t("notice.failingTitle")}>
          {t.rich("notice.failingText", { since })}
        </Callout>
      ) : null}
      {endpoint.status === "paused" ? (
        <Callout tone="neutral" title={t("notice.pausedTitle")}>
          {t("notice.pausedText")}
        </Callout>
      ) : null}
      {endpoint.status === "active" && endpoint.failing_since ? (
        <Callout tone="warning" title={t("notice.retryingTitle")}>
          {t.rich("notice.retryingText", { since })}
        </Callout>
      ) : null}
      {endpoint.secret_count > 1 ? (
        <Callout tone="info" title={t("rotate.overlapping")}>
          {t.rich("rotate.overlappingText", { when: moment(endpoint.old_secret_expires_at) })}
        </Callout>
      ) : null}
    </>
  );
}
