"use client";

import { useTranslations } from "next-intl";
import { LinkOnce } from "@/components/ui/link-once";

export type SentInvitation = { email: string; url: string; /** It went out by e-mail as well. */ emailed: boolean };

/** The content of a dialog that shows an invitation's link, once. */
export function InvitationLink({ email, url, emailed }: SentInvitation) {
  const t = useTranslations("settings.invite");
  const common = useTranslations("common");
  const words = emailed ? { title: t("sentTitle"), description: t("sentDescription", { email }), done: common("done") } : { title: t("linkTitle"), description: t("linkDescription", { email }), done: t("done") };
  return <LinkOnce {...words} label={t("link")} url={url} />;
}
