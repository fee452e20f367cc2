import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { PageHeader } from "@/components/ui/page-header";
import { findAuditEntries } from "@/lib/activity/find-audit-entries";
import { requireOperator } from "@/lib/auth/require-operator";
import { AuditPageQuery } from "@/lib/contracts/audit";
import { findOrganization } from "@/lib/organizations/find-organization";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE_SIZE = 50;

export async function generateMetadata() {
  return { title: (await getTranslations("operator.audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { scope } = await requireOperator();
  const { query, action, since, organization: slug, page } = AuditPageQuery.parse(await searchParams);
  const t = await getTranslations("operator.audit");
  const organization = slug ? await findOrganization(scope, slug) : null;
  const filter = { search: query, action, since: sinceOf(since), organizationId: organization?.id, page, pageSize: PAGE_SIZE };
  const { entries, total } = await findAuditEntries(scope, filter);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex flex-col gap-3">
        <AuditFilters organization={organization ? { slug: organization.slug, name: organization.name } : null} />
        <AuditTable entries={entries} total={total} pageSize={PAGE_SIZE} showsOrganization />
      </div>
    </>
  );
}

function sinceOf(days: number | undefined): Date | undefined {
  return days === undefined ? undefined : new Date(Date.now() - days * 86_400_000);
}
