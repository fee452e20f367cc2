"use client";

import { useTranslations } from "next-intl";
import { LinkOnce } from "@/components/ui/link-once";

/** The content of a dialog that shows an invitation's link, once. */
export function InvitationLink({ email, url }: { email: string; url: string }) {
  const t = useTranslations("settings.invite");
  return <LinkOnce title={t("linkTitle")} description={t("linkDescription", { email })} label={t("link")} url={url} done={t("done")} />;
}
