"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { type GroupList, useGroups } from "@/lib/client/queries/use-groups";
import { groupColumns } from "./group-columns";
import { groupParsers, type GroupsQuery, type GroupUrl, pageSize, toGroupsQuery } from "./group-parsers";

type Props = { organization: string; connections: readonly { value: string; label: string }[]; initial: { query: GroupsQuery; list: GroupList } };

const any = "any";

/** The groups that IdPs pushed; search, order and page in the URL. */
export function GroupsTable({ organization, connections, initial }: Props) {
  const t = useTranslations("groups");
  const common = useTranslations("common");
  const [url, setUrl] = useQueryStates(groupParsers, { history: "push" });
  const query = toGroupsQuery(url);
  const same = JSON.stringify(query) === JSON.stringify(initial.query);
  const { data, error, isPending, isPlaceholderData, refetch } = useGroups(organization, query, same ? initial.list : undefined);
  const change = (next: Partial<GroupUrl>) => void setUrl({ ...next, page: null });
  const clear = () => change({ query: null, connection: null });
  const empty =
    url.query || url.connection ? (
      <EmptyState kind="no-results" title={common("noResultsTitle")} description={common("noResultsDescription")} action={<Button onClick={clear}>{common("clearFilters")}</Button>} />
    ) : (
      <EmptyState icon={<Users aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} />
    );
  if (error && !data) return <EmptyState framed kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={t("search")} placeholder={t("searchPlaceholder")} />
        {connections.length > 1 ? (
          <Select
            aria-label={t("connection")}
            className="w-48 max-sm:w-full"
            value={url.connection ?? any}
            options={[{ value: any, label: t("anyConnection") }, ...connections]}
            onValueChange={(value) => change({ connection: value === any ? null : value })}
          />
        ) : null}
      </div>
      <DataTable
        caption={t("table")}
        columns={groupColumns(organization, t)}
        rows={data?.groups ?? []}
        getRowId={(group) => group.group_id}
        sort={{ id: url.sort, direction: url.order }}
        onSortChange={({ id, direction }) => change({ sort: id as GroupUrl["sort"], order: direction })}
        loading={isPending}
        refreshing={isPlaceholderData}
        empty={empty}
      />
      {data && data.total > 0 ? <Pagination page={query.page} pageSize={pageSize} total={data.total} onPageChange={(page) => void setUrl({ page })} /> : null}
    </div>
  );
}
