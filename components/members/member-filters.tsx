"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { GroupFilter } from "./group-filter";
import type { MemberUrl } from "./member-parsers";

export type FilterOption = { value: string; label: string };

type Props = {
  organization: string;
  url: MemberUrl;
  onChange: (change: Partial<MemberUrl>) => void;
  roles: readonly FilterOption[];
  connections: readonly FilterOption[];
  group: FilterOption | null;
  /** At the end of the line: what one can do with the list. */
  children: ReactNode;
};

const any = "any";

/** Search and filters of the members table; all of it is in the URL. */
export function MemberFilters({ organization, url, onChange, roles, connections, group, children }: Props) {
  const t = useTranslations("members.filters");
  const members = useTranslations("members");
  const common = useTranslations("common");
  const filtered = Boolean(url.status ?? url.role ?? url.group ?? url.connection);
  const statuses = (["active", "deactivated", "invited"] as const).map((value) => ({ value, label: members(`status.${value}`) }));
  const pick = (value: string) => (value === any ? null : value);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput label={members("search")} placeholder={members("searchPlaceholder")} />
      <Select
        aria-label={t("status")}
        className="w-36 max-sm:min-w-36 max-sm:flex-1"
        value={url.status ?? any}
        options={[{ value: any, label: t("anyStatus") }, ...statuses]}
        onValueChange={(value) => onChange({ status: statuses.find((status) => status.value === value)?.value ?? null })}
      />
      <Select aria-label={t("role")} className="w-36 max-sm:min-w-36 max-sm:flex-1" value={url.role ?? any} options={[{ value: any, label: t("anyRole") }, ...roles]} onValueChange={(value) => onChange({ role: pick(value) })} />
      <GroupFilter organization={organization} value={url.group} initial={group} onChange={(value) => onChange({ group: value })} />
      {connections.length > 1 ? (
        <Select
          aria-label={t("connection")}
          className="w-44 max-sm:min-w-36 max-sm:flex-1"
          value={url.connection ?? any}
          options={[{ value: any, label: t("anyConnection") }, ...connections]}
          onValueChange={(value) => onChange({ connection: pick(value) })}
        />
      ) : null}
      {filtered ? (
        <Button variant="quiet" onClick={() => onChange({ status: null, role: null, group: null, connection: null })}>
          <X aria-hidden />
          {common("clearFilters")}
        </Button>
      ) : null}
      <div className="sm:ml-auto">{children}</div>
    </div>
  );
}
