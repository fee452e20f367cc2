"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useDismissFinding } from "@/lib/client/queries/use-health";
import { toast } from "@/lib/client/toast";

type Props = { organization: string; connectionId: string; code: string; title: string; close: () => void };

/** Asks for the reason to put a finding aside. */
export function DismissDialog({ organization, connectionId, code, title, close }: Props) {
  const t = useTranslations("health.dismiss");
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  const dismiss = useDismissFinding(organization, connectionId);
  const submit = (): void =>
    dismiss.mutate({ code, reason }, {
      onSuccess: () => {
        toast.success(t("done"));
        close();
      },
    });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : close())}>
      <DialogContent title={t("title", { title })} description={t("description")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogBody>
            {dismiss.error ? <Callout tone="danger">{dismiss.error.message}</Callout> : null}
            <Field label={t("reason")}>
              <Input value={reason} maxLength={500} required autoFocus placeholder={t("placeholder")} onChange={(event) => setReason(event.target.value)} />
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" variant="primary" pending={dismiss.isPending} disabled={reason.trim() === ""}>
              {t("submit")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
