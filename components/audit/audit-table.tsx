"use client";

import { useTranslations } from "next-intl";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet } from "@/components/ui/sheet";
import { AuditEntrySheet } from "./audit-entry-sheet";
import { useAuditSentence } from "./use-audit-sentence";

export type AuditRow = {
  id: string;
  at: Date;
  organization: { name: string; slug: string } | null;
  actor: { type: string; label: string };
  remoteAddress: string | null;
  action: string;
  target: { type: string; id: string; label: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export type AuditTableProps = { entries: AuditRow[]; total: number; pageSize: number; showsOrganization?: boolean };

/** Who did what, newest first; a row opens the whole entry. */
export function AuditTable({ entries, total, pageSize, showsOrganization = false }: AuditTableProps) {
  const t = useTranslations("operator.audit");
  const [page, setPage] = useQueryState("page", parseAsInteger.withDefault(1).withOptions({ shallow: false }));
  const [shown, setShown] = useState<AuditRow | null>(null);
  const sentence = useAuditSentence();
  const columns: DataColumn<AuditRow>[] = [
    { id: "at", header: t("at"), className: "whitespace-nowrap text-muted", cell: (row) => <RelativeTime at={row.at} /> },
    { id: "actor", header: t("actor"), hideBelow: "sm", cell: (row) => <span className="block max-w-44 truncate">{row.actor.label}</span> },
    {
      id: "action",
      header: t("action"),
      cell: (row) => (
        <button type="button" onClick={() => setShown(row)} className="block max-w-md text-left font-medium wrap-anywhere after:absolute after:inset-0 hover:underline">
          {sentence(row.action)}
          {row.target.label ? <span className="font-normal text-muted"> {row.target.label}</span> : null}
        </button>
      ),
    },
    ...(showsOrganization
      ? [{ id: "organization", header: t("organization"), hideBelow: "md" as const, cell: (row: AuditRow) => <span className="block max-w-48 truncate text-muted">{row.organization?.name ?? t("installation")}</span> }]
      : []),
    { id: "address", header: t("address"), hideBelow: "lg", cell: (row) => <span className="font-mono text-xs text-muted">{row.remoteAddress ?? t("none")}</span> },
  ];
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={entries}
        getRowId={(row) => row.id}
        empty={<EmptyState kind="no-results" title={t("emptyTitle")} description={t("emptyDescription")} />}
      />
      {total > 0 ? <Pagination page={page} pageSize={pageSize} total={total} onPageChange={(next) => void setPage(next)} /> : null}
      <Sheet open={shown !== null} onOpenChange={(open) => (open ? undefined : setShown(null))}>
        {shown ? <AuditEntrySheet entry={shown} /> : null}
      </Sheet>
    </>
  );
}
