"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { MadeSetupLink } from "@/lib/client/mutations/use-setup-links";

/** The content of a dialog that shows a set-up link, once. */
export function SetupLinkReady({ made }: { made: MadeSetupLink }) {
  const t = useTranslations("setupLinks.create");
  const { email_address: email, emailed } = made.setup_link;
  return (
    <DialogContent title={t("readyTitle")} description={t("readyDescription")} locked>
      <DialogBody>
        <CopyField label={t("link")} name={t("link")} value={made.setup_link_url} />
        {email ? <Callout tone={emailed ? "success" : "warning"}>{emailed ? t("emailed", { email }) : t("notEmailed", { email })}</Callout> : null}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="primary">{t("done")}</Button>
        </DialogClose>
      </DialogFooter>
    </DialogContent>
  );
}
