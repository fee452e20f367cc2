import type { useTranslations } from "next-intl";
import { RoleBadges } from "@/components/roles/role-badges";
import type { DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/table";
import type { Group } from "@/lib/contracts/group";

/** The columns of the groups table. */
export function groupColumns(organization: string, t: ReturnType<typeof useTranslations<"groups">>): DataColumn<Group>[] {
  return [
    {
      id: "name",
      header: t("columns.name"),
      sortable: true,
      className: "max-w-80",
      cell: (group) => (
        <RowLink href={`/organizations/${organization}/groups/${group.group_id}`} className="block truncate">
          {group.group_name}
          <span className="block truncate text-xs font-normal text-muted md:hidden">{group.connection_name}</span>
        </RowLink>
      ),
    },
    {
      id: "members",
      header: t("columns.members"),
      sortable: true,
      align: "right",
      cell: (group) => (
        <>
          {t("count", { count: group.member_count })}
          {group.group_count > 0 ? <span className="block text-xs whitespace-nowrap text-muted">{t("inside", { count: group.group_count })}</span> : null}
        </>
      ),
    },
    { id: "roles", header: t("columns.roles"), hideBelow: "sm", cell: (group) => <RoleBadges roleIds={group.role_ids} limit={3} /> },
    { id: "connection", header: t("columns.connection"), hideBelow: "md", cell: (group) => <span className="text-muted">{group.connection_name}</span> },
    { id: "updated", header: t("columns.updated"), sortable: true, hideBelow: "lg", align: "right", cell: (group) => <RelativeTime at={group.updated_at} className="relative z-1 whitespace-nowrap text-muted" /> },
  ];
}
