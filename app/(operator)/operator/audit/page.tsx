import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { AuditLog } from "@/components/audit/audit-log";
import { auditPageSize, auditParameters, periodStart } from "@/components/audit/audit-parameters";
import { presentAuditEntry } from "@/components/audit/present-audit-entry";
import { PageHeader } from "@/components/ui/page-header";
import { findAuditEntries } from "@/lib/activity/find-audit-entries";
import { requireOperator } from "@/lib/auth/require-operator";
import { findOrganization } from "@/lib/organizations/find-organization";

const loadParameters = createLoader(auditParameters);

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata() {
  return { title: (await getTranslations("activity.audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { scope } = await requireOperator();
  const { query, kind, period, organization: slug, page } = await loadParameters(searchParams);
  const t = await getTranslations("activity.audit");
  const organization = slug ? await findOrganization(scope, slug) : null;
  const since = periodStart(period, new Date());
  const { entries, total } = await findAuditEntries(scope, {
    page,
    pageSize: auditPageSize,
    ...(query ? { search: query } : {}),
    ...(kind ? { action: kind } : {}),
    ...(since ? { since } : {}),
    ...(organization ? { organizationId: organization.id } : {}),
  });
  // The export reads the organization's own log where only that is shown.
  const source = organization ? `/organizations/${organization.slug}/audit` : "/audit";
  return (
    <>
      <PageHeader title={t("title")} description={t("operatorDescription")} />
      <AuditLog rows={entries.map(presentAuditEntry)} total={total} source={source} withOrganization only={organization?.name ?? null} />
    </>
  );
}
