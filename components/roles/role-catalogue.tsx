"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { IconButton } from "@/components/ui/icon-button";
import { catalogueCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { Role } from "@/lib/contracts/role";
import { PermissionList } from "./permission-list";
import { RoleBadge } from "./role-badge";
import { RoleFormDialog } from "./role-form-dialog";
import { useRoleDescription } from "./use-role-description";

const reserved = new Set(["org_admin", "org_member"]);

/** The roles of the installation, for operators. */
export function RoleCatalogue({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations("roles");
  const columns: DataColumn<Role>[] = [
    { id: "role", header: t("columns.role"), className: "py-2.5", cell: (role) => <RoleCell role={role} /> },
    { id: "permissions", header: t("columns.permissions"), hideBelow: "sm", cell: (role) => <PermissionList permissions={role.permissions} /> },
    { id: "actions", header: <span className="sr-only">{t("catalogue.edit")}</span>, align: "right", cell: (role) => <RoleActions role={role} /> },
  ];
  return <DataTable caption={t("catalogue.table")} columns={columns} rows={roles} getRowId={(role) => role.role_id} interactive={false} />;
}

function RoleCell({ role }: { role: Role }) {
  const t = useTranslations("roles");
  const describe = useRoleDescription();
  return (
    <div className="flex max-w-md flex-col gap-1">
      <span className="flex items-center gap-2">
        <RoleBadge roleId={role.role_id} />
        {reserved.has(role.role_id) ? <span className="text-xs text-muted">{t("reserved")}</span> : null}
      </span>
      {role.description ? <span className="text-sm text-muted">{describe(role)}</span> : null}
      {role.permissions.length > 0 ? (
        <div className="sm:hidden">
          <PermissionList permissions={role.permissions} />
        </div>
      ) : null}
    </div>
  );
}

function RoleActions({ role }: { role: Role }) {
  const t = useTranslations("roles.catalogue");
  const name = { role: role.role_id };
  const remove = useDirectoryCall(() => catalogueCalls.remove(role.role_id));
  return (
    <span className="flex justify-end">
      <RoleFormDialog role={role} trigger={<IconButton size="sm" tooltip={false} label={t("editLabel", name)} icon={<Pencil aria-hidden />} />} />
      {reserved.has(role.role_id) ? null : (
        <ConfirmDialog
          trigger={<IconButton size="sm" tooltip={false} label={t("deleteLabel", name)} icon={<Trash2 aria-hidden />} />}
          title={t("deleteTitle", name)}
          description={t("deleteDescription")}
          confirmLabel={t("deleteAction", name)}
          onConfirm={async () => {
            await remove.mutateAsync(undefined);
            toast.success(t("deleted", name));
          }}
        />
      )}
    </span>
  );
}
