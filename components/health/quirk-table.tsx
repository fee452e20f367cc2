"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useQuirkWords } from "@/components/activity/use-quirk-words";
import { connectionPath } from "@/components/connections/connection-path";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { QuirkCountWire } from "@/lib/contracts/health";

type Props = { organization: string; connectionId: string; quirks: readonly QuirkCountWire[] };

/** What had to be tolerated, in plain words, with how often and the last call that showed it. */
export function QuirkTable({ organization, connectionId, quirks }: Props) {
  const t = useTranslations("health.quirks");
  const words = useQuirkWords();
  const format = useFormatter();
  const activity = connectionPath(organization, connectionId, "activity");
  return (
    <Section title={t("title")} description={t("description")}>
      <DataTable
        caption={t("title")}
        rows={quirks}
        getRowId={(row) => row.code}
        interactive={false}
        empty={<p className="px-4 py-6 text-sm text-muted">{t("empty")}</p>}
        columns={[
          { id: "what", header: t("what"), cell: (row) => <span className="block text-text sm:min-w-48">{words(row.code)}</span> },
          { id: "sample", header: t("sample"), hideBelow: "md", cell: (row) => (row.sample ? <code className="block max-w-56 truncate font-mono text-xs text-muted" title={row.sample}>{row.sample}</code> : null) },
          { id: "count", header: t("count"), align: "right", cell: (row) => <span className="tabular">{format.number(row.count)}</span> },
          {
            id: "last",
            header: t("last"),
            align: "right",
            hideBelow: "sm",
            cell: (row) => (
              <Link href={`${activity}?call=${row.last_request_id}`} className="text-xs whitespace-nowrap text-muted underline decoration-border-strong underline-offset-3 hover:text-text">
                <RelativeTime at={row.last_at} />
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
}
