import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { AuditLog } from "@/components/activity/audit-log";
import { auditPageSize, auditParameters, periodStart } from "@/components/activity/audit-parameters";
import { presentAuditEntry } from "@/components/activity/present-audit-entry";
import { PageHeader } from "@/components/ui/page-header";
import { findAuditEntries } from "@/lib/activity/find-audit-entries";
import { requireOperator } from "@/lib/auth/require-operator";
import { findOrganization } from "@/lib/organizations/find-organization";

const loadParameters = createLoader(auditParameters);

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata() {
  return { title: (await getTranslations("operator.audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { scope } = await requireOperator();
  const { query, kind, period, page, organization: slug } = await loadParameters(searchParams);
  const t = await getTranslations("operator.audit");
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
  const source = organization ? `/organizations/${organization.slug}/audit` : "/audit";
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <AuditLog rows={entries.map(presentAuditEntry)} total={total} source={source} withOrganization onlyOrganization={organization?.name} />
    </>
  );
}
