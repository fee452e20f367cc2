"use client";

import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { Breakable } from "@/components/ui/breakable";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { useEvents } from "@/lib/client/queries/use-events";
import { useOrganizationOptions } from "@/lib/client/queries/use-organization-options";
import type { EventWire } from "@/lib/contracts/webhook";
import { EventFilters } from "./event-filters";

/** Every event, newest first; text and organization are in the URL. */
export function EventsList() {
  const t = useTranslations("webhooks.events");
  const common = useTranslations("common");
  const [organization, setOrganization] = useQueryState("organization", parseAsString);
  const [query, setQuery] = useQueryState("query", parseAsString.withDefault(""));
  const [shown, setShown] = useState<EventWire | null>(null);
  const { data, error, isPending, isPlaceholderData, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvents(organization, query.trim());
  const rows = data?.pages.flatMap((page) => page.events) ?? [];
  const named = useOrganizationOptions("", [...new Set(rows.map((row) => row.organization_id))].sort());
  const columns = useColumns(setShown, new Map(named.options.map(({ value, label }) => [value, label])));
  const empty = error ? (
    <EmptyState kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
  ) : organization || query ? (
    <EmptyState
      kind="no-results"
      title={query ? t("emptySearched", { query }) : t("emptyFiltered")}
      description={query ? t("searchHint") : null}
      action={<Button onClick={() => void Promise.all([setOrganization(null), setQuery(null)])}>{common("clearFilters")}</Button>}
    />
  ) : (
    <EmptyState title={t("emptyTitle")} description={t("emptyDescription")} size="lg" />
  );
  return (
    <div className="flex flex-col gap-3">
      <EventFilters organization={organization} onOrganizationChange={(next) => void setOrganization(next)} />
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        getRowId={(row) => row.event_id}
        loading={isPending}
        refreshing={isPlaceholderData}
        interactive={false}
        empty={empty}
      />
      {hasNextPage ? (
        <Button className="self-center" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
      <Sheet open={shown !== null} onOpenChange={() => setShown(null)}>
        {shown ? (
          <SheetContent title={<code className="font-mono text-base">{shown.event_type}</code>} description={<RelativeTime at={shown.timestamp} />}>
            <div className="px-5 py-4">
              <CodeBlock code={JSON.stringify(shown)} name={t("payload")} maxHeight="none" />
            </div>
          </SheetContent>
        ) : null}
      </Sheet>
    </div>
  );
}

function useColumns(show: (event: EventWire) => void, organizations: ReadonlyMap<string, string>): DataColumn<EventWire>[] {
  const t = useTranslations("webhooks.events");
  return [
    {
      id: "type",
      header: t("type"),
      cell: (row) => (
        <>
          <button type="button" onClick={() => show(row)} className="min-h-6 rounded-sm text-left font-mono text-xs text-text underline-offset-2 hover:underline">
            <Breakable text={row.event_type} />
          </button>
          <About event={row} organization={organizations.get(row.organization_id)} className="block pb-1 sm:hidden" />
        </>
      ),
    },
    { id: "about", header: t("about"), hideBelow: "sm", cell: (row) => <About event={row} organization={organizations.get(row.organization_id)} /> },
    { id: "organization", header: t("organization"), hideBelow: "lg", cell: (row) => <span className="text-muted">{organizations.get(row.organization_id) ?? <code className="font-mono text-xs">{row.organization_id}</code>}</span> },
    { id: "sequence", header: t("sequence"), align: "right", hideBelow: "sm", cell: (row) => row.sequence },
    { id: "at", header: t("at"), hideBelow: "sm", cell: (row) => <RelativeTime at={row.timestamp} className="text-muted" /> },
  ];
}

function About({ event, organization, className }: { event: EventWire; organization: string | undefined; className?: string }) {
  return (
    <span className={className}>
      <span className="wrap-break-word">
        <Breakable text={describe(event)} />
      </span>
      <span className="block text-xs text-muted lg:hidden">
        {organization}
        <span className="sm:hidden">
          {organization ? " · " : null}
          <RelativeTime at={event.timestamp} />
        </span>
      </span>
    </span>
  );
}

/** Who or what it is about: "Ada Byron · Engineering" for a membership. */
function describe(event: EventWire): string {
  const names = [event.organization?.organization_name, event.scim_connection?.display_name, event.member ? event.member.name || event.member.email_address : null, event.idp_group?.group_name];
  return names.filter(Boolean).join(" · ") || event.id;
}
