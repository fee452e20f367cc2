"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { EndpointSecret } from "./endpoint-secret";

const overlaps = ["0", "1", "24", "72", "168"] as const;

/** Makes a second signing secret; the old one goes on beside it for as long as chosen. */
export function RotateSecretDialog({ endpointId, close }: { endpointId: string; close: () => void }) {
  const t = useTranslations("webhooks.rotate");
  const common = useTranslations("common");
  const rotate = useEndpointCall(endpointId, endpointCalls.rotate);
  const [hours, setHours] = useState<string>("24");
  const label = (each: string) => (Number(each) >= 24 ? t("days", { days: Number(each) / 24 }) : t("hours", { hours: Number(each) }));
  return (
    <Dialog open onOpenChange={close}>
      {rotate.data ? (
        <EndpointSecret secret={rotate.data.secret} close={close} />
      ) : (
        <DialogContent title={t("title")} description={t("description")} size="sm">
          <DialogBody>
            {rotate.error ? <Callout tone="danger">{rotate.error.message}</Callout> : null}
            <Field label={t("overlap")}>
              <Select value={hours} onValueChange={setHours} options={overlaps.map((each) => ({ value: each, label: label(each) }))} />
            </Field>
            {hours === "0" ? <Callout tone="warning">{t("nowWarning")}</Callout> : null}
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>{common("cancel")}</Button>
            </DialogClose>
            <Button variant="primary" pending={rotate.isPending} onClick={() => rotate.mutate(Number(hours))}>
              {t("submit")}
            </Button>
          </DialogFooter>
        </DialogContent>
      )}
    </Dialog>
  );
}
