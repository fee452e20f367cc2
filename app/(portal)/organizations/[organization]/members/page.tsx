import type { SearchParams } from "nuqs/server";
import { createLoader } from "nuqs/server";
import { getTranslations } from "next-intl/server";
import { memberParsers, toMembersQuery } from "@/components/members/member-parsers";
import { MembersTable } from "@/components/members/members-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { countedMembers } from "@/lib/contracts/counted-members";
import { findConnectionNames } from "@/lib/directory/members/find-connection-names";
import { findMembers } from "@/lib/directory/members/find-members";
import { presentMemberSummary } from "@/lib/directory/members/present-member-summary";
import { findGroupName } from "@/lib/directory/groups/find-group-name";
import { findRoleChoices } from "@/lib/directory/roles/find-role-choices";
import { toFindMembers } from "@/lib/http/to-find-members";

type Props = { params: Promise<{ organization: string }>; searchParams: Promise<SearchParams> };

const loadUrl = createLoader(memberParsers);

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ params, searchParams }: Props) {
  const { scope, organization, permissions } = await requireOrganization((await params).organization, "member.get");
  const t = await getTranslations("members");
  const url = await loadUrl(searchParams);
  const query = toMembersQuery(url);
  const [{ members, total, isMore }, roles, connections, group] = await Promise.all([
    toFindMembers(scope, { ...query, total_up_to: countedMembers }).then((find) => findMembers(scope, find)),
    findRoleChoices(scope),
    findConnectionNames(scope),
    url.group ? findGroupName(scope, url.group) : null,
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { organization: organization.name })} />
      <MembersTable
        organization={organization.slug}
        roles={roles.map((role) => ({ value: role.roleId, label: role.roleId }))}
        connections={connections.map(({ id, name }) => ({ value: id, label: name }))}
        group={group && url.group ? { value: url.group, label: group } : null}
        canConnect={permissions.has("connection.create")}
        initial={{ query, list: { members: members.map(presentMemberSummary), total, isMore } }}
      />
    </>
  );
}
