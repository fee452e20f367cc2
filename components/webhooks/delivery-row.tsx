"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { EventType } from "@/components/events/event-type";
import { StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";
import type { DeliveryWire } from "@/lib/contracts/webhook";
import { DeliveryAttempts } from "./delivery-attempts";

const tones = { pending: "info", delivered: "success", exhausted: "danger" } as const;

/** One delivery; opens to its attempts. */
export function DeliveryRow({ endpointId, delivery }: { endpointId: string; delivery: DeliveryWire }) {
  const t = useTranslations("webhooks.deliveries");
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <>
      <TableRow>
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
            <code className="font-mono text-xs"><EventType type={delivery.event_type} /></code>
          </button>
        </TableCell>
        <TableCell>
          <StatusBadge tone={tones[delivery.status]} live={delivery.next_attempt_at !== null}>
            {t(`statuses.${delivery.status}`)}
          </StatusBadge>
        </TableCell>
        <TableCell align="right" className="max-md:hidden">{delivery.attempt_count}</TableCell>
        <TableCell className="text-muted max-sm:hidden">
          <RelativeTime at={delivery.created_at} />
        </TableCell>
        <TableCell align="right">
          <RedeliverButton endpointId={endpointId} deliveryId={delivery.delivery_id} />
        </TableCell>
      </TableRow>
      <TableRow id={details} hidden={!open}>
        <TableCell colSpan={5} className="bg-sunken">
          {open ? <DeliveryAttempts delivery={delivery} /> : null}
        </TableCell>
      </TableRow>
    </>
  );
}

function RedeliverButton({ endpointId, deliveryId }: { endpointId: string; deliveryId: string }) {
  const t = useTranslations("webhooks.deliveries");
  const redeliver = useEndpointCall(endpointId, endpointCalls.redeliver);
  return (
    <Button
      size="sm"
      pending={redeliver.isPending}
      onClick={() => redeliver.mutate(deliveryId, { onSuccess: () => toast.success(t("redelivered")), onError: (error) => toast.error(error.message) })}
    >
      {t("redeliver")}
    </Button>
  );
}
