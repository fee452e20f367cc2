import { Users } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GroupAside } from "@/components/groups/group-aside";
import { GroupHistory } from "@/components/groups/group-history";
import { GroupMembers } from "@/components/groups/group-members";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { addressedId } from "@/lib/http/addressed-id";
import { findGroup } from "@/lib/directory/groups/find-group";
import { findGroupHistory } from "@/lib/directory/groups/find-group-history";

type Props = { params: Promise<{ organization: string; group: string }> };

async function openGroup({ params }: Props) {
  const { organization: slug, group: address } = await params;
  const access = await requireOrganization(slug, "group.get");
  const group = await findGroup(access.scope, addressedId("group", address));
  return { ...access, group: group ?? notFound() };
}

export async function generateMetadata(props: Props) {
  return { title: (await openGroup(props)).group.name };
}

export default async function GroupPage(props: Props) {
  const { scope, organization, permissions, group } = await openGroup(props);
  const t = await getTranslations("groups");
  const history = await findGroupHistory(scope, group.id, 30);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: t("title"), href: `/organizations/${organization.slug}/groups` }, { label: group.name }]} />}
        leading={<span className="flex size-11 items-center justify-center rounded-lg border border-border bg-sunken text-muted"><Users aria-hidden className="size-5" /></span>}
        title={group.name}
        description={t(group.groupCount > 0 ? "memberCountNested" : "memberCount", { count: group.memberCount, groups: group.groupCount })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <GroupMembers organization={organization.slug} group={{ id: group.id, name: group.name }} nested={group.children.length > 0} />
        <div className="flex min-w-0 flex-col gap-5">
          <GroupAside organization={organization.slug} group={group} canMap={permissions.has("role_mapping.update")} activity={permissions.has("activity.get")} />
          <GroupHistory organization={organization.slug} entries={history} />
        </div>
      </div>
    </>
  );
}
