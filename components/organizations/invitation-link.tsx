"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";

/** The content of a dialog that shows an invitation's link, once. */
export function InvitationLink({ email, url }: { email: string; url: string }) {
  const t = useTranslations("settings.invite");
  return (
    <DialogContent title={t("linkTitle")} description={t("linkDescription", { email })} locked>
      <DialogBody>
        <CopyField label={t("link")} name={t("link")} value={url} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="primary">{t("done")}</Button>
        </DialogClose>
      </DialogFooter>
    </DialogContent>
  );
}
