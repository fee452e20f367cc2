"use client";

import { useTranslations } from "next-intl";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { AuditRow } from "./audit-row";
import { actorKind } from "./actor-kind";
import { ChangeTable } from "./change-table";
import { useActorName } from "./use-actor-name";
import { useAuditWords } from "./use-audit-words";

/** One audit entry in full, at the side. */
export function AuditDetails({ row, close }: { row: AuditRow | null; close: () => void }) {
  const t = useTranslations("activity.audit");
  const words = useAuditWords();
  const actorName = useActorName();
  return (
    <Sheet open={row !== null} onOpenChange={(open) => (open ? undefined : close())}>
      {row ? (
        <SheetContent title={t("entry")} description={`${actorName(row.actor.label)} ${words(row.action)} ${row.target.label}`}>
          <div className="flex flex-col gap-6 px-5 py-4">
            <KeyValueList
              items={[
                { key: "when", label: t("when"), value: <RelativeTime at={row.at} /> },
                { key: "exact", label: t("exactTime"), value: <span className="tabular font-mono text-xs">{row.at}</span> },
                { key: "who", label: t("who"), value: `${actorName(row.actor.label)} · ${t(`actor.${actorKind(row.actor.type)}`)}` },
                { key: "from", label: t("from"), value: row.remoteAddress },
                { key: "action", label: t("action"), value: <code className="font-mono text-xs">{row.action}</code> },
                { key: "target", label: t("target"), value: row.target.label || null },
              ]}
            />
            <ChangeTable before={row.before} after={row.after} />
          </div>
        </SheetContent>
      ) : null}
    </Sheet>
  );
}
