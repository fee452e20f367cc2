"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AttemptWire, DeliveryWire } from "@/lib/contracts/webhook";
import { useDue } from "./use-due";
import { useOutcome } from "./use-outcome";

/** Every try of a delivery with what the receiver answered, and when the next one comes. */
export function DeliveryAttempts({ delivery }: { delivery: DeliveryWire }) {
  const t = useTranslations("webhooks.deliveries");
  return (
    // As wide as the table and no wider: a long line of a response scrolls in its frame.
    <div className="flex w-0 min-w-full flex-col gap-3 py-2 pl-5">
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
            <Attempt attempt={attempt} number={index + 1} before={delivery.attempts[index - 1]} />
          </li>
        ))}
      </ol>
      {delivery.status === "pending" && !delivery.next_attempt_at ? <p className="text-muted">{t("held")}</p> : null}
      <NextAttempt delivery={delivery} />
    </div>
  );
}

/** When it is tried again; an endpoint that only fails is tried one delivery after the other, so that one may be due for a while. */
function NextAttempt({ delivery: { next_attempt_at: at } }: { delivery: DeliveryWire }) {
  const t = useTranslations("webhooks.deliveries");
  const due = useDue(at);
  if (!at) return null;
  return <p className="text-muted">{due ? t("dueLong") : t.rich("nextAttempt", { when: () => <RelativeTime at={at} /> })}</p>;
}

/** One try. A receiver that is down answers the same each time: that is shown once. */
function Attempt({ attempt, number, before }: { attempt: AttemptWire; number: number; before: AttemptWire | undefined }) {
  const t = useTranslations("webhooks.deliveries");
  const say = useOutcome();
  const response = attempt.response_excerpt;
  const repeated = response !== null && response !== "" && response === before?.response_excerpt;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-18 text-muted">{t("attempt", { number })}</span>
        <Badge tone={attempt.outcome === "delivered" ? "success" : "danger"}>{say(attempt.outcome)}</Badge>
        {attempt.response_status === null ? null : <span className="tabular font-medium">{attempt.response_status}</span>}
        <span className="tabular text-muted">{t("milliseconds", { ms: attempt.duration_ms })}</span>
        <RelativeTime at={attempt.at} className="text-muted" />
        {attempt.detail ? <span className="text-muted wrap-anywhere">{attempt.detail}</span> : null}
        {repeated ? <span className="text-muted">{t("sameResponse")}</span> : null}
      </p>
      {response && !repeated ? <CodeBlock code={response} name={t("response", { number })} maxHeight="10rem" /> : null}
    </div>
  );
}
