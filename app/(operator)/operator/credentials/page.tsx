import { getTranslations } from "next-intl/server";
import { richText } from "@/components/connections/rich-text";
import { CreateCredentialDialog } from "@/components/credentials/create-credential-dialog";
import { CredentialsTable } from "@/components/credentials/credentials-table";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyField } from "@/components/ui/copy-field";
import { PageHeader } from "@/components/ui/page-header";
import { findCredentials } from "@/lib/auth/find-credentials";
import { findProjectId } from "@/lib/auth/project-id";
import { requireOperator } from "@/lib/auth/require-operator";
import { env } from "@/lib/env";

export async function generateMetadata() {
  return { title: (await getTranslations("operator.credentials"))("title") };
}

export default async function CredentialsPage() {
  const { scope } = await requireOperator();
  const t = await getTranslations("operator.credentials");
  const [credentials, projectId] = await Promise.all([findCredentials(scope), findProjectId(scope)]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<><ButtonLink href="/docs/api">{t("reference")}</ButtonLink><CreateCredentialDialog /></>} />
      <div className="grid gap-4 md:grid-cols-2">
        <CopyField label={t("baseUrl")} name={t("baseUrl")} value={env().publicUrl} hint={t.rich("baseUrlHint", richText)} />
        <CopyField label={t("projectId")} name={t("projectId")} value={projectId} hint={t("projectIdHint")} />
      </div>
      <CredentialsTable credentials={credentials} />
    </>
  );
}
