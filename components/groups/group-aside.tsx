import { ArrowUpRight, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RoleBadge } from "@/components/roles/role-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { GroupDetails, GroupReference } from "@/lib/directory/groups/find-group";

type Props = { organization: string; group: GroupDetails; canMap: boolean; activity: boolean };

/** What a group gives, what is inside it and around it, and its facts. */
export function GroupAside({ organization, group, canMap, activity }: Props) {
  const t = useTranslations("groups");
  const connection = `/organizations/${organization}/connections/scim-connection-${group.connectionId}`;
  const mono = (text: string) => <span className="font-mono text-xs select-all">{text}</span>;
  const map = (
    <ButtonLink size="sm" href={`${connection}/roles`}>
      {t("mapRoles")}
    </ButtonLink>
  );
  return (
    <>
      <Card>
        <CardHeader title={t("roles.title")} actions={canMap ? map : null} />
        <CardBody className="flex flex-wrap gap-1.5 text-sm text-muted">
          {group.roleIds.length === 0 ? t("noRoles") : group.roleIds.map((roleId) => <RoleBadge key={roleId} roleId={roleId} />)}
        </CardBody>
      </Card>
      <Related organization={organization} title={t("nesting.children")} groups={group.children} />
      <Related organization={organization} title={t("nesting.parents")} groups={group.parents} />
      <Card>
        <CardHeader title={t("facts.title")} />
        <CardBody className="pt-0 pb-2">
          <KeyValueList
            items={[
              { key: "connection", label: t("facts.connection"), value: <Link href={connection} className="hover:underline">{group.connectionName}</Link> },
              { key: "externalId", label: t("facts.externalId"), value: group.externalId ? mono(group.externalId) : null },
              { key: "id", label: t("facts.id"), value: mono(group.id) },
              { key: "created", label: t("facts.created"), value: <RelativeTime at={group.createdAt} /> },
              { key: "updated", label: t("facts.updated"), value: <RelativeTime at={group.updatedAt} /> },
            ]}
          />
          {activity ? (
            <Link href={`${connection}/activity?about=${group.id}`} className="my-2 inline-flex items-center gap-1 text-sm text-accent-text hover:underline">
              {t("calls")}
              <ArrowUpRight aria-hidden className="size-3.5" />
            </Link>
          ) : null}
        </CardBody>
      </Card>
    </>
  );
}

function Related({ organization, title, groups }: { organization: string; title: string; groups: readonly GroupReference[] }) {
  if (groups.length === 0) return null;
  return (
    <Card>
      <CardHeader title={title} />
      <ul className="border-t border-border">
        {groups.map((group) => (
          <li key={group.id} className="relative flex items-center gap-2.5 border-b border-border px-4 py-2 text-sm last:border-b-0 hover:bg-sunken">
            <Users aria-hidden className="size-4 shrink-0 text-muted" />
            <Link href={`/organizations/${organization}/groups/${group.id}`} className="min-w-0 truncate font-medium after:absolute after:inset-0">
              {group.name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
