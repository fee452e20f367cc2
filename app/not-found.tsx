import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/layout/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export async function generateMetadata() {
  const t = await getTranslations("common.errors");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("common.errors");
  return (
    <main id="content">
      <MessagePage code="404" title={t("notFoundTitle")} description={t("notFoundDescription")} action={<ButtonLink href="/" variant="primary">{t("notFoundAction")}</ButtonLink>} />
    </main>
  );
}
