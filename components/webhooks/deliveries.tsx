"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableHead, TableHeaderCell } from "@/components/ui/table";
import { useDeliveries } from "@/lib/client/queries/use-webhooks";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { DeliveryRow } from "./delivery-row";
import { RedeliverDialog } from "./redeliver-dialog";

const statuses = ["pending", "delivered", "exhausted"] as const;

/** What was sent to an endpoint, newest first; the status filter is in the URL. */
export function Deliveries({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks.deliveries");
  const common = useTranslations("common");
  const [status, setStatus] = useQueryState("status", parseAsStringLiteral(statuses));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeliveries(endpoint.endpoint_id, status ?? undefined, endpoint.status === "active");
  const rows = data?.pages.flatMap((page) => page.deliveries) ?? [];
  const empty = error ? (
    <EmptyState kind="error" title={common("loadFailedTitle")} description={error.message} action={<Button onClick={() => void refetch()}>{common("retry")}</Button>} />
  ) : status ? (
    <EmptyState kind="no-results" title={common("noResultsTitle")} action={<Button onClick={() => void setStatus(null)}>{common("clearFilters")}</Button>} />
  ) : (
    <EmptyState title={t("emptyTitle")} description={t("emptyDescription")} />
  );
  return (
    <Section title={t("title")} description={t("description")} actions={<RedeliverDialog endpointId={endpoint.endpoint_id} />}>
      <Select
        aria-label={t("filter")}
        value={status ?? "all"}
        onValueChange={(next) => void setStatus(statuses.find((each) => each === next) ?? null)}
        options={[{ value: "all", label: t("any") }, ...statuses.map((each) => ({ value: each, label: t(`statuses.${each}`) }))]}
        className="w-40"
      />
      {isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : rows.length === 0 ? (
        <div className="rounded-lg border border-border bg-surface shadow-xs">{empty}</div>
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <tr>
              <TableHeaderCell>{t("event")}</TableHeaderCell>
              <TableHeaderCell>{t("status")}</TableHeaderCell>
              <TableHeaderCell className="max-lg:hidden">{t("lastAnswer")}</TableHeaderCell>
              <TableHeaderCell align="right" className="max-lg:hidden">{t("attempts")}</TableHeaderCell>
              <TableHeaderCell className="max-lg:hidden">{t("created")}</TableHeaderCell>
              <TableHeaderCell>
                <span className="sr-only">{t("actions")}</span>
              </TableHeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((delivery) => (
              <DeliveryRow key={delivery.delivery_id} endpointId={endpoint.endpoint_id} delivery={delivery} />
            ))}
          </TableBody>
        </Table>
      )}
      {hasNextPage ? (
        <Button className="self-center" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
    </Section>
  );
}
