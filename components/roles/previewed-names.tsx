"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { useSettled } from "@/components/ui/use-settled";
import { usePreviewedPeople } from "@/lib/client/queries/use-previewed-people";
import type { RoleMappingPreview, SetRoleMappingsBody } from "@/lib/contracts/role";

type Change = RoleMappingPreview["changes"][number];
type Props = { organization: string; connectionId: string; mappings: SetRoleMappingsBody["role_mappings"]; change: Change };

const pageSize = 50;

/** Everyone who gains or loses a role: the first names came with the preview, the others are read a page at a time and can be searched. */
export function PreviewedNames({ organization, connectionId, mappings, change }: Props) {
  const t = useTranslations("roles.mapping");
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(1);
  const asked = useSettled(search.trim());
  const first = asked === "" && page === 1;
  const { data, error, isFetching } = usePreviewedPeople(organization, connectionId, { role_mappings: mappings, role_id: change.role_id, change: change.change, page, limit: pageSize, ...(asked ? { search: asked } : {}) }, !first);
  const shown = first ? { members: change.members.slice(0, pageSize), total: change.count } : data;
  const total = shown?.total ?? 0;
  return (
    <div className="flex flex-col gap-2 border-t border-border px-3 py-2">
      {change.count > change.members.length ? (
        <Input
          type="search"
          aria-label={t("searchNames")}
          placeholder={t("searchNames")}
          leading={<Search aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setPage(1);
          }}
        />
      ) : null}
      {error ? <Callout tone="danger">{error.message}</Callout> : null}
      <ul className={cn("max-h-48 overflow-y-auto text-muted", !first && isFetching && "opacity-60")} tabIndex={0} aria-label={t("names")} aria-busy={!first && isFetching}>
        {(shown?.members ?? []).map((member) => (
          <li key={member.member_id} className="truncate py-0.5">
            <span className="text-text">{member.name || member.email_address}</span> {member.name ? member.email_address : null}
          </li>
        ))}
        {shown && total === 0 ? <li className="py-0.5">{t("nobodyFound")}</li> : null}
      </ul>
      {total > pageSize ? <Pagination page={page} pageSize={pageSize} total={total} onPageChange={setPage} /> : null}
    </div>
  );
}
