"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";
import { AboutFilter } from "./about-filter";
import { type CallUrl, isFiltered, noFilters, results, times, whats } from "./call-url";

type Props = { organization: string; url: CallUrl; onChange: (change: Partial<CallUrl>) => void };

/** Search, person or group, what was tried, how it ended, and when; all of it in the URL. */
export function CallFilters({ organization, url, onChange }: Props) {
  const t = useTranslations("activity");
  const filters = useTranslations("activity.filters");
  const result = url.failures ? "failures" : (url.result ?? "all");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput label={t("search")} placeholder={t("searchPlaceholder")} className="sm:w-56" />
      {readSetupLinkId(organization) ? null : <AboutFilter organization={organization} value={url.about} onChange={(about) => onChange({ about })} />}
      <Select
        aria-label={filters("what")}
        className="w-auto min-w-36 max-sm:flex-1"
        value={url.show ?? "all"}
        onValueChange={(value) => onChange({ show: value === "all" ? null : (whats.find((each) => each === value) ?? null) })}
        options={whats.map((value) => ({ value, label: filters(`whats.${value}`) }))}
      />
      <Select
        aria-label={filters("result")}
        className="w-auto min-w-32 max-sm:flex-1"
        value={result}
        onValueChange={(value) => onChange({ failures: value === "failures" ? true : null, result: value === "failures" || value === "all" ? null : (results.find((each) => each === value) ?? null) })}
        options={results.map((value) => ({ value, label: filters(`results.${value}`) }))}
      />
      <Select
        aria-label={filters("time")}
        className="w-auto min-w-28 max-sm:min-w-36 max-sm:flex-1"
        value={url.time ?? "all"}
        onValueChange={(value) => onChange({ time: value === "all" ? null : (times.find((each) => each === value) ?? null) })}
        options={times.map((value) => ({ value, label: filters(`times.${value}`) }))}
      />
      {isFiltered(url) ? (
        <Button variant="ghost" onClick={() => onChange(noFilters)}>
          {filters("clear")}
        </Button>
      ) : null}
      <StatusBadge tone="success" live className="ml-auto text-xs text-muted">
        {t("live")}
      </StatusBadge>
    </div>
  );
}
