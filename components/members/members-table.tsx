"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { type MemberList, useMembers } from "@/lib/client/queries/use-members";
import { ExportMembers } from "./export-members";
import { memberColumns } from "./member-columns";
import { type FilterOption, MemberFilters } from "./member-filters";
import { memberParsers, type MembersQuery, type MemberUrl, pageSize, toMembersQuery } from "./member-parsers";
import { MembersEmpty } from "./members-empty";

type Props = {
  organization: string;
  roles: readonly FilterOption[];
  connections: readonly FilterOption[];
  group: FilterOption | null;
  canConnect: boolean;
  initial: { query: MembersQuery; list: MemberList };
};

/** The members of an organization: search, filters, order and page in the URL; new arrivals show by themselves. */
export function MembersTable({ organization, roles, connections, group, canConnect, initial }: Props) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const [url, setUrl] = useQueryStates(memberParsers, { history: "push" });
  const query = toMembersQuery(url);
  const { data, error, isPending, isPlaceholderData, refetch } = useMembers(organization, query, sameQuery(query, initial.query) ? initial.list : undefined);
  const columns = useMemo(() => memberColumns(organization, t), [organization, t]);
  const change = (next: Partial<MemberUrl>) => void setUrl({ ...next, page: null });
  const narrowed = Boolean(url.query ?? url.status ?? url.role ?? url.group ?? url.connection);
  return (
    <div className="flex flex-col gap-3">
      <MemberFilters organization={organization} url={url} onChange={change} roles={roles} connections={connections} group={group}>
        <ExportMembers organization={organization} query={query} total={data?.total ?? 0} />
      </MemberFilters>
      {error && !data ? (
        <EmptyState framed kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
      ) : (
        <DataTable
          caption={t("table")}
          columns={columns}
          rows={data?.members ?? []}
          getRowId={(member) => member.member_id}
          sort={{ id: url.sort, direction: url.order }}
          onSortChange={({ id, direction }) => change({ sort: id as MemberUrl["sort"], order: direction })}
          loading={isPending}
          refreshing={isPlaceholderData}
          empty={<MembersEmpty organization={organization} narrowed={narrowed} canConnect={canConnect} onClear={() => change({ query: null, status: null, role: null, group: null, connection: null })} />}
        />
      )}
      {data && data.total > 0 ? <Pagination page={query.page} pageSize={pageSize} total={data.total} isMore={data.isMore} onPageChange={(page) => void setUrl({ page })} /> : null}
    </div>
  );
}

function sameQuery(a: MembersQuery, b: MembersQuery): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
