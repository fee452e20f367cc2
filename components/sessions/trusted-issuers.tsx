"use client";

import { Fingerprint } from "lucide-react";
import { useTranslations } from "next-intl";
import { richText } from "@/components/connections/rich-text";
import { CopyButton } from "@/components/ui/copy-button";
import { type DataColumn, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { WireTrustedIssuer } from "@/lib/contracts/session";
import { AddIssuer, EditIssuer } from "./issuer-dialog";
import { RemoveIssuer } from "./remove-issuer";

/** Whose JWTs may be exchanged for sessions. */
export function TrustedIssuers({ issuers }: { issuers: readonly WireTrustedIssuer[] }) {
  const t = useTranslations("sessions.issuers");
  const columns: DataColumn<WireTrustedIssuer>[] = [
    {
      id: "issuer",
      header: t("issuer"),
      cell: (row) => (
        <div className="min-w-0">
          <p className="font-medium text-text">{row.name || row.issuer}</p>
          {row.name ? <p className="truncate text-xs text-muted">{row.issuer}</p> : null}
        </div>
      ),
    },
    { id: "matches", header: t("matches"), hideBelow: "md", cell: (row) => <span className="text-muted">{t(row.member_claim === "email" ? "matchesEmail" : "matchesExternalId", { claim: row.claim_name })}</span> },
    { id: "profile", header: t("profile"), hideBelow: "xl", cell: (row) => <Profile id={row.trusted_issuer_id} /> },
    { id: "used", header: t("lastUsed"), hideBelow: "sm", cell: (row) => <span className="text-muted">{row.last_used_at ? <RelativeTime at={row.last_used_at} /> : t("never")}</span> },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions")}</span>,
      align: "right",
      cell: (row) => (
        <div className="flex justify-end gap-2">
          <EditIssuer issuer={row} />
          <RemoveIssuer issuer={row} />
        </div>
      ),
    },
  ];
  const empty = <EmptyState icon={<Fingerprint aria-hidden />} title={t("emptyTitle")} description={t("emptyDescription")} action={<AddIssuer />} />;
  return (
    <Section title={t("title")} description={t.rich("description", richText)} actions={issuers.length > 0 ? <AddIssuer /> : null}>
      <DataTable caption={t("title")} columns={columns} rows={issuers} getRowId={(row) => row.trusted_issuer_id} interactive={false} empty={empty} />
    </Section>
  );
}

function Profile({ id }: { id: string }) {
  const t = useTranslations("sessions.issuers");
  return (
    <span className="flex items-center gap-1 font-mono text-xs text-muted">
      {id.slice(0, 23)}…
      <CopyButton value={id} label={t("copyProfile")} iconOnly />
    </span>
  );
}
