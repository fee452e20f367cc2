import type { SearchParams } from "nuqs/server";
import { createLoader } from "nuqs/server";
import { getTranslations } from "next-intl/server";
import { groupParsers, toGroupsQuery } from "@/components/groups/group-parsers";
import { GroupsTable } from "@/components/groups/groups-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findGroups } from "@/lib/directory/groups/find-groups";
import { presentGroup } from "@/lib/directory/groups/present-group";
import { findConnectionNames } from "@/lib/directory/members/find-connection-names";
import { toFindGroups } from "@/lib/http/to-find-groups";

type Props = { params: Promise<{ organization: string }>; searchParams: Promise<SearchParams> };

const loadUrl = createLoader(groupParsers);

export async function generateMetadata() {
  return { title: (await getTranslations("groups"))("title") };
}

export default async function GroupsPage({ params, searchParams }: Props) {
  const { scope, organization } = await requireOrganization((await params).organization, "group.get");
  const t = await getTranslations("groups");
  const query = toGroupsQuery(await loadUrl(searchParams));
  const [{ groups, total }, connections] = await Promise.all([findGroups(scope, toFindGroups(query)), findConnectionNames(scope)]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <GroupsTable
        organization={organization.slug}
        connections={connections.map(({ id, name }) => ({ value: id, label: name }))}
        initial={{ query, list: { groups: groups.map(presentGroup), total } }}
      />
    </>
  );
}
