import { getTranslations } from "next-intl/server";
import { CreateConnectionForm } from "@/components/connections/create-connection-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata() {
  const t = await getTranslations("connections.create");
  return { title: t("title") };
}

export default async function NewConnectionPage({ params }: Props) {
  const { organization } = await requireOrganization((await params).organization, "connection.create");
  const t = await getTranslations("connections");
  return (
    <div className="flex w-full max-w-3xl flex-col gap-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: t("title"), href: `/organizations/${organization.slug}/connections` }, { label: t("create.title") }]} />}
        title={t("create.title")}
        description={t("create.description")}
      />
      <CreateConnectionForm organization={organization.slug} />
    </div>
  );
}
