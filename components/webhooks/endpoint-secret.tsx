"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";

/** A signing secret, once. The dialog closes only after the tick. */
export function EndpointSecret({ secret, close }: { secret: string; close: () => void }) {
  const t = useTranslations("webhooks.secret");
  const [copied, setCopied] = useState(false);
  return (
    <DialogContent title={t("title")} description={t("description")} locked>
      <DialogBody>
        <CopyField label={t("label")} name={t("label")} value={secret} />
        <Checkbox checked={copied} onCheckedChange={setCopied} label={t("copied")} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" disabled={!copied} onClick={close}>
          {t("done")}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
