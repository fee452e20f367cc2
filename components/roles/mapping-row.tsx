"use client";

import { Hourglass, Trash2, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { MultiSelect } from "@/components/ui/multi-select";
import type { ComboboxOption } from "@/components/ui/option-list";
import type { MappingRow } from "./mapping-rows";

type Props = {
  organization: string;
  row: MappingRow;
  roles: readonly ComboboxOption[];
  disabled: boolean;
  onChange: (roleIds: string[]) => void;
  onRemove: () => void;
};

/** One group and the roles that it gives. */
export function MappingRowEditor({ organization, row, roles, disabled, onChange, onRemove }: Props) {
  const t = useTranslations("roles.mapping");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-b border-border px-4 py-2.5 last:border-b-0 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        {row.groupId ? <Users aria-hidden className="size-4 shrink-0 text-muted" /> : <Hourglass aria-hidden className="size-4 shrink-0 text-warning-text" />}
        {row.groupId ? (
          <Link href={`/organizations/${organization}/groups/${row.groupId}`} className="min-w-0 truncate font-medium hover:underline">
            {row.groupName}
          </Link>
        ) : (
          <span className="min-w-0 truncate font-medium">{row.groupName}</span>
        )}
        {row.groupId ? null : <Badge tone="warning">{t("notPushed")}</Badge>}
      </div>
      <MultiSelect
        className="max-md:order-last max-md:col-span-2"
        aria-label={t("rolesOf", { group: row.groupName })}
        placeholder={t("chooseRoles")}
        searchPlaceholder={t("searchRoles")}
        options={roles}
        value={row.roleIds}
        onValueChange={onChange}
        disabled={disabled}
      />
      <IconButton size="sm" label={t("removeGroup", { group: row.groupName })} icon={<Trash2 aria-hidden />} onClick={onRemove} disabled={disabled} />
    </li>
  );
}
