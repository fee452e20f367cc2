import { getTranslations } from "next-intl/server";
import { CreateOrganizationDialog } from "@/components/organizations/create-organization-dialog";
import { DemoData } from "@/components/organizations/demo-data";
import { OrganizationsTable } from "@/components/organizations/organizations-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";
import { OrganizationsPageQuery } from "@/lib/contracts/organization";
import { demoExternalId } from "@/lib/http/demo-external-id";
import { findOrganization } from "@/lib/organizations/find-organization";
import { listOrganizations } from "@/lib/organizations/list-organizations";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE_SIZE = 25;

export async function generateMetadata() {
  return { title: (await getTranslations("operator.organizations"))("title") };
}

export default async function OrganizationsPage({ searchParams }: Props) {
  const { scope } = await requireOperator();
  const { query, status, sort, page } = OrganizationsPageQuery.parse(await searchParams);
  const t = await getTranslations("operator.organizations");
  const { organizations, total } = await listOrganizations(scope, { search: query, status, sort, page, pageSize: PAGE_SIZE });
  const demo = <DemoData exists={(await findOrganization(scope, demoExternalId)) !== null} />;
  // The empty table offers the same buttons.
  const actions =
    total > 0 || query || status ? (
      <>
        {demo}
        <CreateOrganizationDialog />
      </>
    ) : null;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={actions} />
      <OrganizationsTable organizations={organizations} total={total} pageSize={PAGE_SIZE} demo={demo} />
    </>
  );
}
