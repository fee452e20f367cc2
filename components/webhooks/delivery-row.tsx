"use client";

import { ChevronRight, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { StatusBadge } from "@/components/ui/badge";
import { Breakable } from "@/components/ui/breakable";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";
import type { DeliveryWire } from "@/lib/contracts/webhook";
import { DeliveryAttempts } from "./delivery-attempts";
import { useDue } from "./use-due";
import { useOutcome } from "./use-outcome";

const tones = { pending: "info", delivered: "success", exhausted: "danger" } as const;

/** One delivery; opens to its attempts. */
export function DeliveryRow({ endpointId, delivery }: { endpointId: string; delivery: DeliveryWire }) {
  const t = useTranslations("webhooks.deliveries");
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <>
      <TableRow interactive>
        <TableCell>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={details}
            aria-label={t("show", { event: delivery.event_type, sequence: delivery.sequence })}
            onClick={() => setOpen(!open)}
            className="flex min-h-6 items-center gap-1.5 rounded-sm text-left"
          >
            <ChevronRight aria-hidden className={cn("size-3.5 shrink-0 text-muted transition-transform", open && "rotate-90")} />
            <code className="font-mono text-xs">
              <Breakable text={delivery.event_type} />
            </code>
          </button>
          <RelativeTime at={delivery.created_at} className="block pl-5 text-xs text-muted lg:hidden" />
        </TableCell>
        <TableCell>
          <StatusBadge tone={tones[delivery.status]} live={delivery.next_attempt_at !== null}>
            {t(`statuses.${delivery.status}`)}
          </StatusBadge>
          <NextTry delivery={delivery} />
        </TableCell>
        <TableCell className="max-lg:hidden">
          <LastAnswer delivery={delivery} />
        </TableCell>
        <TableCell align="right" className="max-lg:hidden">{delivery.attempts.length}</TableCell>
        <TableCell className="text-muted max-lg:hidden">
          <RelativeTime at={delivery.created_at} />
        </TableCell>
        <TableCell align="right">
          <RedeliverButton endpointId={endpointId} deliveryId={delivery.delivery_id} />
        </TableCell>
      </TableRow>
      <TableRow id={details} hidden={!open}>
        <TableCell colSpan={6} className="bg-sunken">
          {open ? <DeliveryAttempts delivery={delivery} /> : null}
        </TableCell>
      </TableRow>
    </>
  );
}

/** When a delivery that waits is tried again. */
function NextTry({ delivery }: { delivery: DeliveryWire }) {
  const t = useTranslations("webhooks.deliveries");
  const at = delivery.next_attempt_at;
  const due = useDue(at);
  if (!at || delivery.status !== "pending" || delivery.attempt_count === 0) return null;
  if (due) return <span className="block pl-3.5 text-xs text-muted">{t("due")}</span>;
  return (
    <span className="block pl-3.5 text-xs text-muted">
      <span className="max-sm:hidden">{t.rich("nextAttempt", { when: () => <RelativeTime at={at} /> })}</span>
      <RelativeTime at={at} className="sm:hidden" />
    </span>
  );
}

/** What the receiver said last: its status, or why there is none. */
function LastAnswer({ delivery }: { delivery: DeliveryWire }) {
  const say = useOutcome();
  const last = delivery.attempts.at(-1);
  if (!last) return <span className="text-faint">–</span>;
  return <span className={cn("tabular", last.outcome === "delivered" ? "text-muted" : "text-danger-text")}>{last.response_status ?? say(last.outcome)}</span>;
}

function RedeliverButton({ endpointId, deliveryId }: { endpointId: string; deliveryId: string }) {
  const t = useTranslations("webhooks.deliveries");
  const redeliver = useEndpointCall(endpointId, endpointCalls.redeliver);
  return (
    <IconButton
      size="sm"
      label={t("redeliver")}
      icon={<RotateCw aria-hidden className={cn(redeliver.isPending && "animate-spin")} />}
      aria-busy={redeliver.isPending}
      onClick={() => (redeliver.isPending ? undefined : redeliver.mutate(deliveryId, { onSuccess: () => toast.success(t("redelivered")), onError: (error) => toast.error(error.message) }))}
    />
  );
}
