"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";

const HOUR_MS = 3_600_000;
const periods = ["1", "6", "24", "72", "168"] as const;

/** Sends again what was due since a time: what did not arrive, or everything. */
export function RedeliverDialog({ endpointId }: { endpointId: string }) {
  const t = useTranslations("webhooks.deliveries");
  const redeliver = useEndpointCall(endpointId, endpointCalls.redeliverSince);
  const [hours, setHours] = useState<string>("24");
  const [onlyFailed, setOnlyFailed] = useState(true);
  const label = (each: string) => (Number(each) >= 24 ? t("sinceDays", { days: Number(each) / 24 }) : t("sinceHours", { hours: Number(each) }));
  async function confirm() {
    const since = new Date(Date.now() - Number(hours) * HOUR_MS).toISOString();
    const { redelivered } = await redeliver.mutateAsync({ since, only_failed: onlyFailed });
    toast.success(t("redeliveredMany", { count: redelivered }));
  }
  return (
    <ConfirmDialog
      trigger={<Button>{t("redeliverMany")}</Button>}
      tone="plain"
      title={t("redeliverTitle")}
      description={t("redeliverText")}
      confirmLabel={t("redeliverSubmit")}
      onConfirm={confirm}
    >
      <Field label={t("since")}>
        <Select value={hours} onValueChange={setHours} options={periods.map((each) => ({ value: each, label: label(each) }))} />
      </Field>
      <Checkbox checked={onlyFailed} onCheckedChange={setOnlyFailed} label={t("onlyFailed")} />
    </ConfirmDialog>
  );
}
