"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AttemptWire, DeliveryWire } from "@/lib/contracts/webhook";
import { useOutcome } from "./use-outcome";

/** Every try of a delivery with what the receiver answered, and when the next one comes. */
export function DeliveryAttempts({ delivery }: { delivery: DeliveryWire }) {
  const t = useTranslations("webhooks.deliveries");
  const next = delivery.next_attempt_at;
  return (
    <div className="flex flex-col gap-3 py-2 pl-5">
      <p className="flex flex-wrap gap-x-3 font-mono text-xs text-muted">
        <span className="wrap-anywhere">{delivery.event_id}</span>
        <span className="wrap-anywhere">{delivery.organization_id}</span>
        <span>
          {t("sequence")} {delivery.sequence}
        </span>
      </p>
      {delivery.attempts.length === 0 ? <p className="text-muted">{t("noAttempts")}</p> : null}
      <ol className="flex flex-col gap-3">
        {delivery.attempts.map((attempt, index) => (
          <li key={attempt.at}>
            <Attempt attempt={attempt} number={index + 1} />
          </li>
        ))}
      </ol>
      {delivery.status === "pending" && !next ? <p className="text-muted">{t("held")}</p> : null}
      {next ? <p className="text-muted">{t.rich("nextAttempt", { when: () => <RelativeTime at={next} /> })}</p> : null}
    </div>
  );
}

function Attempt({ attempt, number }: { attempt: AttemptWire; number: number }) {
  const t = useTranslations("webhooks.deliveries");
  const say = useOutcome();
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={attempt.outcome === "delivered" ? "success" : "danger"}>{say(attempt.outcome)}</Badge>
        {attempt.response_status === null ? null : <span className="tabular font-medium">{attempt.response_status}</span>}
        <span className="tabular text-muted">{t("milliseconds", { ms: attempt.duration_ms })}</span>
        <RelativeTime at={attempt.at} className="text-muted" />
        {attempt.detail ? <span className="text-muted wrap-anywhere">{attempt.detail}</span> : null}
      </p>
      {attempt.response_excerpt ? <CodeBlock code={attempt.response_excerpt} name={t("response", { number })} maxHeight="10rem" /> : null}
    </div>
  );
}
