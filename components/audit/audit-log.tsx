"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { ActorAvatar } from "./actor-avatar";
import { actorKind } from "./actor-kind";
import { AuditFilters } from "./audit-filters";
import { auditPageSize, auditParameters } from "./audit-parameters";
import type { AuditRow } from "./audit-row";
import { useActorName } from "./use-actor-name";
import { useAuditWords } from "./use-audit-words";

const AuditDetails = dynamic(() => import("./audit-details").then((module) => module.AuditDetails), { ssr: false });

export type AuditLogProps = {
  rows: AuditRow[];
  total: number;
  /** The API path that the CSV export reads: /organizations/acme/audit. */
  source: string;
  /** The operator console lists all organizations. */
  withOrganization?: boolean;
  /** The one organization that the operator's list is narrowed to. */
  only?: string | null;
};

/** Who did what, newest first: filtered by URL, each line opens what changed. */
export function AuditLog({ rows, total, source, withOrganization = false, only = null }: AuditLogProps) {
  const t = useTranslations("activity.audit");
  const common = useTranslations("common");
  const [pending, startTransition] = useTransition();
  const [state, setState] = useQueryStates(auditParameters, { shallow: false, startTransition });
  const [shown, setShown] = useState<AuditRow | null>(null);
  const columns = useColumns(withOrganization, setShown, (slug) => void setState({ organization: slug, page: null }));
  const filtered = Boolean(state.query || state.kind || state.period || only);
  return (
    <div className="flex flex-col gap-3">
      <AuditFilters source={source} total={total} withOrganization={withOrganization} only={only} />
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        getRowId={(row) => row.id}
        refreshing={pending}
        empty={
          filtered ? (
            <EmptyState
              kind="no-results"
              title={common("noResultsTitle")}
              description={common("noResultsDescription")}
              action={<Button onClick={() => void setState({ query: null, kind: null, period: null, organization: null, page: null })}>{common("clearFilters")}</Button>}
            />
          ) : (
            <EmptyState title={t("empty")} description={t("emptyDescription")} />
          )
        }
      />
      {total > auditPageSize ? <Pagination page={state.page} pageSize={auditPageSize} total={total} onPageChange={(page) => void setState({ page })} /> : null}
      {shown ? <AuditDetails row={shown} close={() => setShown(null)} /> : null}
    </div>
  );
}

function useColumns(withOrganization: boolean, show: (row: AuditRow) => void, narrow: (slug: string) => void): DataColumn<AuditRow>[] {
  const t = useTranslations("activity.audit");
  const words = useAuditWords();
  const actorName = useActorName();
  const columns: DataColumn<AuditRow>[] = [
    {
      id: "what",
      header: t("what"),
      cell: (row) => (
        <span className="flex items-center gap-2.5">
          <ActorAvatar type={row.actor.type} label={row.actor.label} />
          <button type="button" onClick={() => show(row)} className="min-w-0 text-left text-muted after:absolute after:inset-0 after:content-['']">
            <span className="font-medium text-text">{actorName(row.actor.label)}</span> {words(row.action)} {row.target.label ? <span className="font-medium wrap-anywhere text-text">{row.target.label}</span> : null}
            <span className="mt-0.5 block text-xs md:hidden">
              {withOrganization ? <span className="wrap-break-word">{row.organization?.name ?? t(place(row))}</span> : null}
              {withOrganization ? <span className="sm:hidden"> · </span> : null}
              <RelativeTime at={row.at} className="sm:hidden" />
            </span>
          </button>
        </span>
      ),
    },
    { id: "from", header: t("from"), hideBelow: "lg", cell: (row) => <span className={cn("text-xs whitespace-nowrap text-muted", row.remoteAddress && "font-mono")}>{row.remoteAddress ?? t(`actor.${actorKind(row.actor.type)}`)}</span> },
    { id: "when", header: t("when"), align: "right", hideBelow: "sm", cell: (row) => <RelativeTime at={row.at} className="relative z-1 whitespace-nowrap text-muted" /> },
  ];
  if (withOrganization) columns.splice(1, 0, { id: "organization", header: t("organization"), hideBelow: "md", cell: (row) => <OrganizationCell row={row} narrow={narrow} /> });
  return columns;
}

const ofInstallation = new Set(["credential", "role", "signing_key", "trusted_issuer", "user", "webhook_endpoint"]);

/** Where something was done that belongs to no organization: to the installation, or in an organization that is no more. */
function place({ target }: AuditRow): "installation" | "deletedOrganization" {
  return ofInstallation.has(target.type) ? "installation" : "deletedOrganization";
}

function OrganizationCell({ row, narrow }: { row: AuditRow; narrow: (slug: string) => void }) {
  const t = useTranslations("activity.audit");
  const { organization } = row;
  if (!organization) return <span className="text-muted">{t(place(row))}</span>;
  return (
    <button type="button" className="relative z-1 block max-w-48 truncate text-muted hover:text-text hover:underline" onClick={() => narrow(organization.slug)} aria-label={t("only", { name: organization.name })}>
      {organization.name}
    </button>
  );
}
