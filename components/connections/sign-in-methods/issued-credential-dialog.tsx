"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { IssuedCredentialWire, SignInMethodsWire } from "@/lib/contracts/sign-in-method";

type Props = { issued: IssuedCredentialWire; methods: SignInMethodsWire; onClose: () => void };

/** What was issued, this once. It closes only after the admin says that the values are copied. */
export function IssuedCredentialDialog({ issued, methods, onClose }: Props) {
  const t = useTranslations("signInMethods");
  const [copied, setCopied] = useState(false);
  return (
    <Dialog open>
      <DialogContent locked title={t("issued.title")} description={t("issued.description")}>
        <DialogBody>
          <Values issued={issued} methods={methods} />
          <Checkbox label={t("issued.copied")} checked={copied} onCheckedChange={setCopied} />
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" disabled={!copied} onClick={onClose}>
            {t("issued.done")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Values({ issued, methods }: Omit<Props, "onClose">) {
  const t = useTranslations("signInMethods.values");
  const shown = [
    { name: t("clientId"), value: issued.client_id },
    { name: t("clientSecret"), value: issued.client_secret },
    { name: t("tokenUrl"), value: issued.client_id ? methods.token_url : undefined },
    { name: t("authorizationUrl"), value: issued.client_secret && methods.enabled.includes("authorization_code") ? methods.authorization_url : undefined },
    { name: t("userName"), value: issued.user_name },
    { name: t("password"), value: issued.password },
    { name: t("bearerToken"), value: issued.bearer_token },
  ];
  return shown.map(({ name, value }) => (value === undefined ? null : <CopyField key={name} label={name} name={name} value={value} />));
}
