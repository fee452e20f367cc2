import { getTranslations } from "next-intl/server";
import { EventsList } from "@/components/events/events-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";

export async function generateMetadata() {
  return { title: (await getTranslations("webhooks.events"))("title") };
}

export default async function EventsPage() {
  await requireOperator();
  const t = await getTranslations("webhooks.events");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <EventsList />
    </>
  );
}
