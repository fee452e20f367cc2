"use client";

import { useTranslations } from "next-intl";
import { FieldChanges } from "@/components/activity/field-changes";

type Facts = Record<string, unknown> | null;

/** What was and what is, field by field; fields that stayed are left out. */
export function ChangeTable({ before, after }: { before: Facts; after: Facts }) {
  const t = useTranslations("activity.audit");
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const fields = names.map((field) => ({ field, before: before?.[field], after: after?.[field] })).filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
  if (fields.length === 0) return <p className="text-sm text-muted">{t("noDetails")}</p>;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t("changes")}</h3>
      <FieldChanges fields={fields} />
    </section>
  );
}
