"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { useDepartures } from "@/lib/client/queries/use-brake";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { useIdpWords } from "../use-idp-words";
import type { Work } from "./brake-review";
import { departureColumns } from "./departure-columns";
import { departureParsers, pageSize, standings, toDeparturesQuery } from "./departure-parsers";
import { SelectionBar } from "./selection-bar";

type Props = { organization: string; brakeCase: BrakeCaseWire; identityProvider: string; mayDecide: boolean; onWork: (work: Work | null) => void };

const any = "any";

/** The people of a mass departure by name: search, filter and page in the URL, and some of them to decide about. */
export function DeparturesTable({ organization, brakeCase, identityProvider, mayDecide, onWork }: Props) {
  const t = useTranslations("brake.people");
  const common = useTranslations("common");
  const idp = useIdpWords(identityProvider);
  const [url, setUrl] = useQueryStates(departureParsers, { history: "push" });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = toDeparturesQuery(url);
  const { data, error, isPending, isPlaceholderData, refetch } = useDepartures(organization, brakeCase, query);
  const columns = useMemo(() => departureColumns({ organization, brakeCase, t, idp: idp.start }), [organization, brakeCase, t, idp.start]);
  const options = standings.map((value) => ({ value, label: t(`standings.${value}`) }));
  const narrowed = Boolean(url.query ?? url.standing);
  const selection = { selected, onChange: setSelected, label: (row: { name: string; email_address: string }) => t("select", { name: row.name || row.email_address }) };
  return (
    <section className="flex flex-col gap-3" aria-label={t("title")}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={t("search")} />
        <Select
          aria-label={t("standing")}
          className="w-48 max-sm:min-w-36 max-sm:flex-1"
          value={url.standing ?? any}
          options={[{ value: any, label: t("any") }, ...options]}
          onValueChange={(value) => void setUrl({ standing: standings.find((each) => each === value) ?? null, page: null })}
        />
      </div>
      {error && !data ? (
        <EmptyState kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
      ) : (
        <DataTable
          caption={t("table")}
          columns={columns}
          rows={data?.departures ?? []}
          getRowId={(row) => row.departure_id}
          loading={isPending}
          refreshing={isPlaceholderData}
          {...(mayDecide ? { selection } : {})}
          empty={<EmptyState kind={narrowed ? "no-results" : "first-use"} title={narrowed ? common("noResultsTitle") : t("empty")} />}
        />
      )}
      {data && data.total > 0 ? <Pagination page={query.page} pageSize={pageSize} total={data.total} onPageChange={(page) => void setUrl({ page })} /> : null}
      {mayDecide && selected.size > 0 ? <SelectionBar organization={organization} brakeCase={brakeCase} selected={selected} onClear={() => setSelected(new Set())} onWork={onWork} /> : null}
    </section>
  );
}
