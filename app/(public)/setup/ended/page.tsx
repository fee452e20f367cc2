import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/layout/message-page";

export async function generateMetadata() {
  return { title: (await getTranslations("setupLinks.ended"))("title") };
}

/** After leaving, and for who is inside when the link or their time in it ends: whether it opens again, the link itself tells. */
export default async function SetupEndedPage() {
  const t = await getTranslations("setupLinks.ended");
  return (
    <main id="content">
      <MessagePage title={t("title")} description={t("description")} />
    </main>
  );
}
