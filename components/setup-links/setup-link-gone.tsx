import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/layout/message-page";

/** One page for a link that is unknown, revoked or too old: nothing tells which. */
export function SetupLinkGone() {
  const t = useTranslations("setupLinks.gone");
  return (
    <main id="content">
      <MessagePage title={t("title")} description={t("description")} />
    </main>
  );
}
