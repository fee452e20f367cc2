import { getTranslations } from "next-intl/server";
import { SigningKeys } from "@/components/sessions/signing-keys";
import { TrustedIssuers } from "@/components/sessions/trusted-issuers";
import { CopyField } from "@/components/ui/copy-field";
import { PageHeader } from "@/components/ui/page-header";
import { findProjectId } from "@/lib/auth/project-id";
import { requireOperator } from "@/lib/auth/require-operator";
import { findSigningKeys } from "@/lib/directory/sessions/signing-keys/find-signing-keys";
import { presentSigningKey } from "@/lib/directory/sessions/signing-keys/present-signing-key";
import { findTrustedIssuers } from "@/lib/directory/sessions/trusted-issuers/find-trusted-issuers";
import { presentTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/present-trusted-issuer";
import { env } from "@/lib/env";

export async function generateMetadata() {
  return { title: (await getTranslations("sessions.operator"))("title") };
}

export default async function SessionsPage() {
  const { scope } = await requireOperator();
  const t = await getTranslations("sessions.operator");
  const [keys, issuers, projectId] = await Promise.all([findSigningKeys(scope), findTrustedIssuers(scope), findProjectId(scope)]);
  const { publicUrl, signingKeyDays } = env();
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid gap-4 md:grid-cols-2">
        <CopyField label={t("jwks")} name={t("jwks")} value={`${publicUrl}/v1/b2b/sessions/jwks/${projectId}`} hint={t("jwksHint")} />
        <CopyField label={t("issuer")} name={t("issuer")} value={publicUrl} hint={t("issuerHint")} />
      </div>
      <SigningKeys keys={keys.map(presentSigningKey)} days={signingKeyDays} />
      <TrustedIssuers issuers={issuers.map(presentTrustedIssuer)} />
    </>
  );
}
