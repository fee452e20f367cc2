"use client";

import { Building2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { RowLink } from "@/components/ui/table";
import { CreateOrganizationDialog } from "./create-organization-dialog";

export type OrganizationEntry = {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  brandColor: string | null;
  status: "active" | "suspended";
  createdAt: Date;
  activeMembers: number;
  connections: number;
  lastContactAt: Date | null;
};

const sorts = ["created", "name"] as const;

/** The operator's table of organizations. Search, status, order and page live in the URL. */
export function OrganizationsTable({ organizations, total, pageSize, demo }: { organizations: OrganizationEntry[]; total: number; pageSize: number; demo: ReactNode }) {
  const t = useTranslations("operator.organizations");
  const common = useTranslations("common");
  const [refreshing, startTransition] = useTransition();
  const [state, setState] = useQueryStates(
    {
      query: parseAsString.withDefault(""),
      status: parseAsString,
      sort: parseAsStringLiteral(sorts).withDefault("created"),
      page: parseAsInteger.withDefault(1),
    },
    { shallow: false, startTransition },
  );
  const filtered = Boolean(state.query || state.status);
  const empty = filtered ? (
    <EmptyState
      kind="no-results"
      title={common("noResultsTitle")}
      description={common("noResultsDescription")}
      action={<Button onClick={() => void setState({ query: null, status: null, page: null })}>{common("clearFilters")}</Button>}
    />
  ) : (
    <EmptyState
      icon={<Building2 aria-hidden />}
      title={t("emptyTitle")}
      description={t("emptyDescription")}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <CreateOrganizationDialog />
          {demo}
        </span>
      }
      size="lg"
    />
  );
  return (
    <div className="flex flex-col gap-3">
      {filtered || total > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <SearchInput label={t("search")} shallow={false} />
          <Select
            aria-label={t("status")}
            value={state.status ?? "all"}
            onValueChange={(status) => void setState({ status: status === "all" ? null : status, page: null })}
            options={(["all", "active", "suspended"] as const).map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
            className="w-auto min-w-36"
          />
          <Select
            aria-label={t("sort")}
            value={state.sort}
            onValueChange={(sort) => void setState({ sort: sorts.find((known) => known === sort) ?? null, page: null })}
            options={sorts.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
            className="w-auto min-w-36"
          />
        </div>
      ) : null}
      <DataTable caption={t("title")} columns={useColumns()} rows={organizations} getRowId={(row) => row.id} refreshing={refreshing} empty={empty} />
      {total > 0 ? <Pagination page={state.page} pageSize={pageSize} total={total} onPageChange={(page) => void setState({ page })} /> : null}
    </div>
  );
}

function useColumns(): DataColumn<OrganizationEntry>[] {
  const t = useTranslations("operator.organizations");
  return [
    { id: "name", header: t("name"), cell: (row) => <NameCell organization={row} /> },
    {
      id: "status",
      header: t("status"),
      cell: (row) => <StatusBadge tone={row.status === "active" ? "success" : "warning"}>{t(`statuses.${row.status}`)}</StatusBadge>,
    },
    { id: "members", header: t("members"), align: "right", hideBelow: "lg", cell: (row) => t("count", { count: row.activeMembers }) },
    { id: "connections", header: t("connections"), align: "right", hideBelow: "lg", cell: (row) => t("count", { count: row.connections }) },
    {
      id: "contact",
      header: t("lastContact"),
      hideBelow: "lg",
      cell: (row) => (row.lastContactAt ? <RelativeTime at={row.lastContactAt} className="text-muted" /> : <span className="text-muted">{t("noContact")}</span>),
    },
    { id: "created", header: t("created"), hideBelow: "lg", cell: (row) => <RelativeTime at={row.createdAt} className="text-muted" /> },
  ];
}

function NameCell({ organization }: { organization: OrganizationEntry }) {
  const t = useTranslations("operator.organizations");
  return (
    <span className="flex items-center gap-2.5">
      <Avatar name={organization.name} imageUrl={organization.logoUrl} color={organization.brandColor} shape="square" />
      <span className="min-w-0">
        <RowLink href={`/operator/organizations/${organization.slug}`} className="block max-w-44 truncate sm:max-w-72">
          {organization.name}
        </RowLink>
        <span className="block max-w-44 truncate font-mono text-2xs text-muted max-lg:hidden sm:max-w-72">{organization.slug}</span>
        <span className="block text-xs text-muted lg:hidden">{t("summary", { members: organization.activeMembers, connections: organization.connections })}</span>
      </span>
    </span>
  );
}
