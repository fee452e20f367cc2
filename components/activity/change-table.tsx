"use client";

import { useTranslations } from "next-intl";

type Facts = Record<string, unknown> | null;

/** What was and what is, field by field. */
export function ChangeTable({ before, after }: { before: Facts; after: Facts }) {
  const t = useTranslations("activity.audit");
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return <p className="text-sm text-muted">{t("noDetails")}</p>;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t("changes")}</h3>
      <dl className="divide-y divide-border overflow-hidden rounded-lg border border-border text-sm">
        {fields.map((field) => (
          <div key={field} className="flex flex-col gap-1 px-3 py-2">
            <dt className="font-mono text-xs text-muted">{field}</dt>
            <dd className="flex flex-col gap-1">
              <Value tone="before" value={before?.[field]} label={t("before")} />
              <Value tone="after" value={after?.[field]} label={t("after")} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ tone, value, label }: { tone: "before" | "after"; value: unknown; label: string }) {
  if (value === undefined || value === null || value === "") return null;
  const removed = tone === "before";
  return (
    <span className={`flex items-start gap-2 rounded-sm px-2 py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap ${removed ? "bg-danger-subtle text-danger-text" : "bg-success-subtle text-success-text"}`}>
      <span aria-hidden>{removed ? "−" : "+"}</span>
      <span className="sr-only">{label}</span>
      <span className="min-w-0">{typeof value === "string" ? value : JSON.stringify(value, null, 2)}</span>
    </span>
  );
}
