"use client";

import { tableFeatures, useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Checkbox } from "./checkbox";
import { cn } from "./cn";
import { Skeleton } from "./skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "./table";

export type DataColumn<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The header becomes a button that asks for this order. */
  sortable?: boolean;
  align?: "left" | "right";
  /** Left out on screens narrower than this. */
  hideBelow?: "sm" | "md" | "lg" | "xl";
  className?: string;
};

export type Sort = { id: string; direction: "asc" | "desc" };

export type DataTableProps<Row extends object> = {
  /** What the table lists; read aloud. */
  caption: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  sort?: Sort | null;
  onSortChange?: (sort: Sort) => void;
  /** Skeleton rows instead of the rows: only while there is nothing to show yet. */
  loading?: boolean;
  /** Newer rows are on their way: the old ones stay, a little dimmed. */
  refreshing?: boolean;
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode;
  interactive?: boolean;
  selection?: { selected: ReadonlySet<string>; onChange: (selected: Set<string>) => void; label: (row: Row) => string; /** Whether a row can be chosen; all can, where it is left out. */ selectable?: (row: Row) => boolean };
  maxHeight?: string;
  framed?: boolean;
};

const features = tableFeatures({});
const hidden = { sm: "max-sm:hidden", md: "max-md:hidden", lg: "max-lg:hidden", xl: "max-xl:hidden" };

/** A table whose order, filter and page are decided elsewhere (URL and server); RowLink in a cell makes rows clickable. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, getRowId, loading = false, refreshing = false, empty, interactive = true, selection, maxHeight, framed = true } = props;
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => columns.map((column) => ({ id: column.id, meta: column })), [columns]);
  const table = useTable({ features, data, columns: definitions, getRowId });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

  if (!loading && rows.length === 0 && empty) {
    return <div className={cn(framed && "rounded-lg border border-border bg-surface shadow-xs")}>{empty}</div>;
  }
  return (
    <Table caption={caption} framed={framed} aria-busy={loading || refreshing} {...(maxHeight ? { maxHeight } : {})}>
      <TableHead>
        <tr>
          {selection ? <SelectAll rows={rows} getRowId={getRowId} selection={selection} /> : null}
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={props.sort ?? null} {...(props.onSortChange ? { onSortChange: props.onSortChange } : {})} />
          ))}
        </tr>
      </TableHead>
      <TableBody className={cn(refreshing && "opacity-60 transition-opacity delay-200")}>
        {loading ? <SkeletonRows columns={columns} selectable={Boolean(selection)} /> : null}
        {loading
          ? null
          : table.getRowModel().rows.map((row) => (
              <TableRow key={row.id} interactive={interactive}>
                {selection ? <SelectCell id={row.id} row={row.original} selection={selection} /> : null}
                {row.getAllCells().map((cell) => {
                  const column = byId.get(cell.column.id);
                  if (!column) return null;
                  return (
                    <TableCell key={cell.id} align={column.align ?? "left"} className={cn(column.hideBelow && hidden[column.hideBelow], column.className)}>
                      {column.cell(row.original)}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
      </TableBody>
    </Table>
  );
}

function HeaderCell<Row>({ column, sort, onSortChange }: { column: DataColumn<Row>; sort: Sort | null; onSortChange?: (sort: Sort) => void }) {
  const active = sort?.id === column.id ? sort.direction : null;
  const className = cn(column.hideBelow && hidden[column.hideBelow], column.className);
  if (!column.sortable || !onSortChange) {
    return (
      <TableHeaderCell align={column.align ?? "left"} className={className}>
        {column.header}
      </TableHeaderCell>
    );
  }
  const Icon = active === "asc" ? ArrowUp : active === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <TableHeaderCell align={column.align ?? "left"} className={className} aria-sort={active === "asc" ? "ascending" : active === "desc" ? "descending" : "none"}>
      <button
        type="button"
        onClick={() => onSortChange({ id: column.id, direction: active === "asc" ? "desc" : "asc" })}
        className={cn("-mx-1.5 inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-pressed hover:text-text", active && "text-text")}
      >
        {column.header}
        <Icon aria-hidden className={cn("size-3", !active && "text-faint")} />
      </button>
    </TableHeaderCell>
  );
}

function SelectAll<Row extends object>({ rows, getRowId, selection }: { rows: readonly Row[]; getRowId: (row: Row) => string; selection: NonNullable<DataTableProps<Row>["selection"]> }) {
  const t = useTranslations("common");
  const ids = rows.filter((row) => selection.selectable?.(row) ?? true).map(getRowId);
  const count = ids.filter((id) => selection.selected.has(id)).length;
  return (
    <TableHeaderCell className="w-8 pr-0">
      {ids.length > 0 ? (
        <Checkbox
          aria-label={t("selectAll")}
          checked={count === 0 ? false : count === ids.length ? true : "indeterminate"}
          onCheckedChange={(checked) => selection.onChange(new Set(checked ? ids : []))}
        />
      ) : null}
    </TableHeaderCell>
  );
}

function SelectCell<Row extends object>({ id, row, selection }: { id: string; row: Row; selection: NonNullable<DataTableProps<Row>["selection"]> }) {
  function toggle(checked: boolean) {
    const next = new Set(selection.selected);
    if (checked) next.add(id);
    else next.delete(id);
    selection.onChange(next);
  }
  return (
    <TableCell className="relative z-1 w-8 pr-0">
      {(selection.selectable?.(row) ?? true) ? <Checkbox aria-label={selection.label(row)} checked={selection.selected.has(id)} onCheckedChange={toggle} /> : null}
    </TableCell>
  );
}

function SkeletonRows<Row>({ columns, selectable }: { columns: readonly DataColumn<Row>[]; selectable: boolean }) {
  return Array.from({ length: 8 }, (_, row) => (
    <TableRow key={row}>
      {selectable ? <TableCell /> : null}
      {columns.map((column, index) => (
        <TableCell key={column.id} className={cn(column.hideBelow && hidden[column.hideBelow])}>
          <Skeleton className={cn("h-3.5", ["w-36", "w-24", "w-20"][(row + index) % 3])} />
        </TableCell>
      ))}
    </TableRow>
  ));
}
