"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { useMovePeople } from "@/lib/client/queries/use-move";
import type { MoveWire } from "@/lib/contracts/move";
import { moveColumns } from "./move-columns";
import { moveParsers, outcomeOptions, pageSize, toMovePeopleQuery } from "./move-parsers";

const any = "any";

type Props = { organization: string; connectionId: string; move: MoveWire; mayDecide: boolean };

/** The people of a move, those to look at first; search, filter and page in the URL. */
export function MovePeople({ organization, connectionId, move, mayDecide }: Props) {
  const t = useTranslations("move");
  const common = useTranslations("common");
  const [url, setUrl] = useQueryStates(moveParsers, { history: "push" });
  const query = toMovePeopleQuery(url);
  const { data, error, isPending, isPlaceholderData, refetch } = useMovePeople(organization, connectionId, query);
  const columns = useMemo(() => moveColumns({ organization, move, t, mayDecide }), [organization, move, t, mayDecide]);
  const names = { from: move.from.display_name, to: move.to.display_name };
  const empty = <EmptyState kind={url.query || url.outcome ? "no-results" : "first-use"} title={t("people.empty")} description={move.status === "open" ? t("people.emptyOpen", names) : null} />;
  return (
    <section className="flex flex-col gap-3" aria-label={t("people.title")}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={t("people.search")} />
        <Select
          aria-label={t("people.outcome")}
          className="w-48 max-sm:min-w-36 max-sm:flex-1"
          value={url.outcome ?? any}
          options={[{ value: any, label: t("people.any") }, ...outcomeOptions.map((value) => ({ value, label: t(`outcomes.${value}`, names) }))]}
          onValueChange={(value) => void setUrl({ outcome: outcomeOptions.find((each) => each === value) ?? null, page: null })}
        />
      </div>
      {error && !data ? (
        <EmptyState kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
      ) : (
        <DataTable caption={t("people.table")} columns={columns} rows={data?.people ?? []} getRowId={(row) => row.member_id} loading={isPending} refreshing={isPlaceholderData} empty={empty} />
      )}
      {data && data.total > 0 ? <Pagination page={query.page} pageSize={pageSize} total={data.total} onPageChange={(page) => void setUrl({ page })} /> : null}
    </section>
  );
}
