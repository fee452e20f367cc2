"use client";

import { Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breakable } from "@/components/ui/breakable";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/table";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { EndpointStatus } from "./endpoint-status";

/** All webhook endpoints; `add` is the button for the first. */
export function EndpointsTable({ endpoints, add }: { endpoints: EndpointWire[]; add: ReactNode }) {
  const t = useTranslations("webhooks.list");
  const columns: DataColumn<EndpointWire>[] = [
    {
      id: "url",
      header: t("url"),
      cell: (row) => (
        <span className="flex min-w-0 flex-col">
          <RowLink href={`/operator/webhooks/${row.endpoint_id}`} className="wrap-anywhere">
            <Breakable text={row.url} />
          </RowLink>
          {row.description ? <span className="text-xs text-muted">{row.description}</span> : null}
        </span>
      ),
    },
    { id: "status", header: t("status"), cell: (row) => <StatusCell endpoint={row} /> },
    {
      id: "delivered",
      header: t("lastDelivered"),
      hideBelow: "md",
      cell: (row) => <span className="text-muted">{row.last_delivered_at ? <RelativeTime at={row.last_delivered_at} /> : t("never")}</span>,
    },
    { id: "waiting", header: t("waiting"), align: "right", hideBelow: "sm", cell: (row) => t("count", { count: row.pending_count }) },
  ];
  const empty = <EmptyState icon={<Webhook aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} action={add} size="lg" />;
  return <DataTable caption={t("url")} columns={columns} rows={endpoints} getRowId={(row) => row.endpoint_id} empty={empty} />;
}

function StatusCell({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks.list");
  return (
    <>
      <EndpointStatus endpoint={endpoint} />
      {endpoint.pending_count > 0 ? <span className="block pl-4 text-xs text-muted sm:hidden">{t("waitingShort", { count: endpoint.pending_count })}</span> : null}
    </>
  );
}
