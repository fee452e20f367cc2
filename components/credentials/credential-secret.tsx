"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { NewCredential } from "@/lib/contracts/credential";

/** The secret, once. The dialog closes only after the tick. */
export function CredentialSecret({ credential, close }: { credential: NewCredential; close: () => void }) {
  const t = useTranslations("operator.credentials");
  const [copied, setCopied] = useState(false);
  return (
    <DialogContent title={t("secretTitle")} description={t("secretDescription", { name: credential.name })} locked>
      <DialogBody>
        <CopyField label={t("projectId")} name={t("projectId")} value={credential.project_id} />
        <CopyField label={t("secret")} name={t("secret")} value={credential.secret} />
        <Checkbox checked={copied} onCheckedChange={setCopied} label={t("copied")} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" disabled={!copied} onClick={close}>
          {t("close")}
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
