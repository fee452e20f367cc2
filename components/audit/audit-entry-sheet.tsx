"use client";

import { useFormatter, useTranslations } from "next-intl";
import { KeyValueList } from "@/components/ui/key-value-list";
import { SheetContent } from "@/components/ui/sheet";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { AuditRow } from "./audit-table";
import { useAuditSentence } from "./use-audit-sentence";

/** One audit entry with what it changed. */
export function AuditEntrySheet({ entry }: { entry: AuditRow }) {
  const t = useTranslations("operator.audit");
  const format = useFormatter();
  const sentence = useAuditSentence();
  const facts = [
    { key: "at", label: t("at"), value: format.dateTime(entry.at, { dateStyle: "medium", timeStyle: "long" }) },
    { key: "actor", label: t("actor"), value: `${entry.actor.label} (${actorType(entry.actor.type, t)})` },
    { key: "address", label: t("address"), value: entry.remoteAddress },
    { key: "organization", label: t("organization"), value: entry.organization?.name ?? t("installation") },
    { key: "target", label: t("target"), value: entry.target.label || entry.target.id },
    { key: "action", label: t("action"), value: <code className="font-mono text-xs">{entry.action}</code> },
  ];
  const fields = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])];
  return (
    <SheetContent title={sentence(entry.action)} description={entry.target.label}>
      <div className="flex flex-col gap-6 p-5">
        <KeyValueList items={facts} />
        {fields.length > 0 ? <Changes entry={entry} fields={fields} /> : null}
      </div>
    </SheetContent>
  );
}

function Changes({ entry, fields }: { entry: AuditRow; fields: string[] }) {
  const t = useTranslations("operator.audit");
  return (
    <Table caption={t("changes")}>
      <TableHead>
        <tr>
          <TableHeaderCell>{t("field")}</TableHeaderCell>
          <TableHeaderCell>{t("before")}</TableHeaderCell>
          <TableHeaderCell>{t("after")}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {fields.map((field) => (
          <TableRow key={field}>
            <TableCell className="align-top font-mono text-xs">{field}</TableCell>
            <TableCell className="align-top font-mono text-xs wrap-anywhere text-muted">{show(entry.before?.[field])}</TableCell>
            <TableCell className="align-top font-mono text-xs wrap-anywhere">{show(entry.after?.[field])}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function show(value: unknown): string {
  if (value === undefined || value === null) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function actorType(type: string, t: ReturnType<typeof useTranslations<"operator.audit">>): string {
  const key = `actorTypes.${type}` as "actorTypes.user";
  return t.has(key) ? t(key) : type;
}
