import { useTranslations } from "next-intl";

export type FieldChange = { field: string; before: unknown; after: unknown };

/** What was and what is, field by field, removed above added. */
export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  const t = useTranslations("activity.audit");
  return (
    <dl className="divide-y divide-border overflow-hidden rounded-lg border border-border text-sm">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="grid gap-x-3 gap-y-1 px-3 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-mono text-xs leading-6 wrap-anywhere text-muted">{field}</dt>
          <dd className="flex min-w-0 flex-col gap-1">
            <Value tone="before" value={before} label={t("before")} />
            <Value tone="after" value={after} label={t("after")} />
          </dd>
        </div>
      ))}
    </dl>
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
