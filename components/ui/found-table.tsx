"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { DataTable, type DataTableProps } from "./data-table";
import { EmptyState } from "./empty-state";
import { Pagination } from "./pagination";
import { SearchInput } from "./search-input";
import { Select } from "./select";

const any = "any";

type Found<Row> = { data: { rows: readonly Row[]; total: number } | undefined; error: Error | null; isPending: boolean; isPlaceholderData: boolean; refetch: () => unknown };

type Props<Row extends object, Choice extends string> = Pick<DataTableProps<Row>, "caption" | "columns" | "getRowId" | "selection" | "empty"> & {
  /** What the section is called by assistive technology. */
  label: string;
  /** What the search looks for; its text is in the URL. */
  search: string;
  /** One choice that narrows the list. */
  filter: { label: string; any: string; value: Choice | null; options: readonly { value: Choice; label: string }[]; onChange: (value: Choice | null) => void };
  found: Found<Row>;
  page: number;
  pageSize: number;
  onPageChange: (page: number) => void;
  children?: ReactNode;
};

/** A list that the server searches, narrows and pages: search, one filter, table, pages, and what to do when it could not be read. */
export function FoundTable<Row extends object, Choice extends string>({ label, search, filter, found, page, pageSize, onPageChange, children, selection, ...table }: Props<Row, Choice>) {
  const common = useTranslations("common");
  const { data, error, isPending, isPlaceholderData, refetch } = found;
  return (
    <section className="flex flex-col gap-3" aria-label={label}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput label={search} />
        <Select
          aria-label={filter.label}
          className="w-48 max-sm:min-w-36 max-sm:flex-1"
          value={filter.value ?? any}
          options={[{ value: any, label: filter.any }, ...filter.options]}
          onValueChange={(value) => filter.onChange(filter.options.find((each) => each.value === value)?.value ?? null)}
        />
      </div>
      {error && !data ? (
        <EmptyState framed kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
      ) : (
        <DataTable {...table} rows={data?.rows ?? []} loading={isPending} refreshing={isPlaceholderData} {...(selection ? { selection } : {})} />
      )}
      {data && data.total > 0 ? <Pagination page={page} pageSize={pageSize} total={data.total} onPageChange={onPageChange} /> : null}
      {children}
    </section>
  );
}
