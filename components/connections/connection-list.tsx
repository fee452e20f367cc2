"use client";

import { useTranslations } from "next-intl";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/table";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { ConnectionStatus } from "./connection-status";
import { idpName } from "./idp-name";
import { IdpMark } from "./idp-mark";
import { connectionPath } from "./connection-path";

/** The organization's connections, oldest first. */
export function ConnectionList({ organization, connections }: { organization: string; connections: ConnectionDetailsWire[] }) {
  const t = useTranslations("connections.list");
  const guides = useTranslations("guides.names");
  const columns: DataColumn<ConnectionDetailsWire>[] = [
    {
      id: "name",
      header: t("name"),
      cell: (row) => (
        <span className="flex items-center gap-3 py-1">
          <IdpMark identityProvider={row.identity_provider} />
          <span className="min-w-0">
            <RowLink href={connectionPath(organization, row.connection_id)}>{row.display_name}</RowLink>
            {idpName(guides, row.identity_provider) === row.display_name ? null : (
              <span className="block text-xs text-muted">{idpName(guides, row.identity_provider)}</span>
            )}
          </span>
        </span>
      ),
    },
    {
      id: "status",
      header: t("status"),
      cell: (row) => <ConnectionStatus status={row.status} firstContactAt={row.contact.first_contact_at} />,
    },
    {
      id: "contact",
      header: t("lastContact"),
      hideBelow: "md",
      cell: (row) =>
        row.contact.last_contact_at ? <RelativeTime at={row.contact.last_contact_at} className="text-muted" /> : <span className="text-muted">{t("never")}</span>,
    },
    { id: "people", header: t("people"), align: "right", hideBelow: "sm", cell: (row) => t("number", { value: row.counts.people }) },
    { id: "groups", header: t("groups"), align: "right", hideBelow: "sm", cell: (row) => t("number", { value: row.counts.groups }) },
  ];
  return <DataTable caption={t("caption")} columns={columns} rows={connections} getRowId={(row) => row.connection_id} />;
}
