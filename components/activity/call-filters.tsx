"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";

export const shows = ["all", "changes", "people", "groups"] as const;
type Show = (typeof shows)[number];

type Props = { failures: boolean; show: Show; onChange: (change: { failures?: boolean | null; show?: Show | null }) => void };

/** Search, kind of call and failures only. */
export function CallFilters({ failures, show, onChange }: Props) {
  const t = useTranslations("activity");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <SearchInput label={t("search")} placeholder={t("searchPlaceholder")} />
      <Select
        aria-label={t("show")}
        className="w-40"
        value={show}
        onValueChange={(value) => onChange({ show: shows.find((each) => each === value) ?? null })}
        options={shows.map((value) => ({ value, label: t(`shows.${value}`) }))}
      />
      <Checkbox checked={failures} onCheckedChange={(checked) => onChange({ failures: checked || null })} label={t("failuresOnly")} />
      <StatusBadge tone="success" live className="ml-auto text-xs text-muted">
        {t("live")}
      </StatusBadge>
    </div>
  );
}
