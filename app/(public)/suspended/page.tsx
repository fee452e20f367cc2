import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/layout/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export async function generateMetadata() {
  return { title: (await getTranslations("auth.suspended"))("title") };
}

export default async function SuspendedPage() {
  const t = await getTranslations("auth.suspended");
  return (
    <main id="content">
      <MessagePage title={t("title")} description={t("description")} action={<ButtonLink href="/organizations">{t("back")}</ButtonLink>} />
    </main>
  );
}
