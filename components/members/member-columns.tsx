import type { useTranslations } from "next-intl";
import { RoleBadges } from "@/components/roles/role-badges";
import type { DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberSummary } from "@/lib/contracts/member";
import { MemberCell } from "./member-cell";
import { MemberStatus } from "./member-status";

/** The columns of the members table. */
export function memberColumns(organization: string, t: ReturnType<typeof useTranslations<"members">>): DataColumn<MemberSummary>[] {
  return [
    { id: "name", header: t("columns.name"), sortable: true, cell: (member) => <MemberCell organization={organization} member={member} />, className: "max-w-44 sm:max-w-72" },
    { id: "status", header: t("columns.status"), sortable: true, cell: (member) => <MemberStatus status={member.status} /> },
    { id: "roles", header: t("columns.roles"), hideBelow: "md", cell: (member) => <RoleBadges roleIds={member.roles.map((role) => role.role_id)} /> },
    { id: "groups", header: t("columns.groups"), hideBelow: "lg", cell: (member) => <Names names={member.group_names} />, className: "max-w-52" },
    {
      id: "connection",
      header: t("columns.connection"),
      hideBelow: "lg",
      cell: (member) => (member.connections.length > 0 ? <Names names={member.connections.map((connection) => connection.display_name)} /> : <span className="text-muted">{t("addedByHand")}</span>),
      className: "max-w-44",
    },
    { id: "updated", header: t("columns.updated"), sortable: true, hideBelow: "md", align: "right", cell: (member) => <RelativeTime at={member.updated_at} className="relative z-1 whitespace-nowrap text-muted" /> },
  ];
}

/** Two groups may have one name, of two identity providers for example. */
function Names({ names: given }: { names: readonly string[] }) {
  const names = [...new Set(given)];
  if (names.length === 0) return <span className="text-faint">–</span>;
  return (
    <span className="block truncate text-muted" title={names.join(", ")}>
      {names.join(", ")}
    </span>
  );
}
