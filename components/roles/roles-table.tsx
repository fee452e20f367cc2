"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/table";
import type { RoleWithUse } from "@/lib/contracts/role";
import { PermissionList } from "./permission-list";
import { RoleBadge } from "./role-badge";
import { useRoleDescription } from "./use-role-description";

/** The roles that can be given in an organization, each with how many have it; a row leads to the people. */
export function RolesTable({ organization, roles }: { organization: string; roles: readonly RoleWithUse[] }) {
  const t = useTranslations("roles");
  const columns: DataColumn<RoleWithUse>[] = [
    { id: "role", header: t("columns.role"), cell: (role) => <RoleName organization={organization} role={role} />, className: "py-2.5" },
    { id: "permissions", header: t("columns.permissions"), hideBelow: "md", cell: (role) => <PermissionList permissions={role.permissions} /> },
    { id: "groups", header: t("columns.groups"), align: "right", hideBelow: "sm", cell: (role) => t("number", { count: role.group_count }) },
    { id: "members", header: t("columns.members"), align: "right", cell: (role) => t("number", { count: role.member_count }) },
  ];
  return <DataTable caption={t("table")} columns={columns} rows={roles} getRowId={(role) => role.role_id} />;
}

function RoleName({ organization, role }: { organization: string; role: RoleWithUse }) {
  const t = useTranslations("roles");
  const describe = useRoleDescription();
  return (
    <div className="flex max-w-xl flex-col gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <RowLink href={`/organizations/${organization}/members?role=${encodeURIComponent(role.role_id)}`}>
          <span className="sr-only">{t("membersWith", { count: role.member_count, role: role.role_id })}</span>
          <span aria-hidden>
            <RoleBadge roleId={role.role_id} />
          </span>
        </RowLink>
        {role.reserved ? <span className="text-xs text-muted">{t("reserved")}</span> : null}
        {role.origin === "organization" ? <Badge tone="info">{t("own")}</Badge> : null}
      </span>
      {role.description ? <span className="text-sm text-muted">{describe(role)}</span> : null}
    </div>
  );
}
