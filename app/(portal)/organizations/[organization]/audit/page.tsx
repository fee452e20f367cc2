import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { AuditLog } from "@/components/audit/audit-log";
import { auditPageSize, auditParameters, periodStart } from "@/components/audit/audit-parameters";
import { presentAuditEntry } from "@/components/audit/present-audit-entry";
import { PageHeader } from "@/components/ui/page-header";
import { findAuditEntries } from "@/lib/activity/find-audit-entries";
import { requireOrganization } from "@/lib/auth/require-organization";

const loadParameters = createLoader(auditParameters);

type Props = { params: Promise<{ organization: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata() {
  const t = await getTranslations("activity.audit");
  return { title: t("title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { scope, organization } = await requireOrganization((await params).organization, "audit.get");
  const { query, kind, period, page } = await loadParameters(searchParams);
  const t = await getTranslations("activity.audit");
  const since = periodStart(period, new Date());
  const { entries, total } = await findAuditEntries(scope, {
    page,
    pageSize: auditPageSize,
    ...(query ? { search: query } : {}),
    ...(kind ? { action: kind } : {}),
    ...(since ? { since } : {}),
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { name: organization.name })} />
      <AuditLog rows={entries.map(presentAuditEntry)} total={total} source={`/organizations/${organization.slug}/audit`} />
    </>
  );
}
