"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkOnce } from "@/components/ui/link-once";
import type { MadeSetupLink } from "@/lib/client/mutations/use-setup-links";

/** The content of a dialog that shows a set-up link, once. */
export function SetupLinkReady({ made }: { made: MadeSetupLink }) {
  const t = useTranslations("setupLinks.create");
  const { email_address: email, emailed } = made.setup_link;
  return (
    <LinkOnce title={t("readyTitle")} description={t("readyDescription")} label={t("link")} url={made.setup_link_url} done={t("done")}>
      {email ? <Callout tone={emailed ? "success" : "warning"}>{emailed ? t("emailed", { email }) : t("notEmailed", { email })}</Callout> : null}
    </LinkOnce>
  );
}
