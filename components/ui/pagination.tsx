"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { cn } from "./cn";

export type PaginationProps = {
  /** First page is 1. */
  page: number;
  pageSize: number;
  /** Unknown totals are null: then only `hasNext` counts. */
  total: number | null;
  hasNext?: boolean;
  /** There are more than `total`, which were not counted. */
  isMore?: boolean;
  onPageChange: (page: number) => void;
};

/** "Showing 26–50 of 1,204" and two buttons. */
export function Pagination({ page, pageSize, total, hasNext, isMore = false, onPageChange }: PaginationProps) {
  const t = useTranslations("common");
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = total === null || isMore ? page * pageSize : Math.min(page * pageSize, total);
  const more = hasNext ?? (isMore || (total !== null && to < total));
  return (
    <nav aria-label={t("pagination")} className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
      <p className="tabular" aria-live="polite">
        {total === null ? t("pageNumber", { page }) : isMore ? t("showingRangeOfMore", { from, to, total: Math.max(total, to) }) : t("showingRange", { from, to, total })}
      </p>
      <div className={cn("flex gap-2", page <= 1 && !more && "hidden")}>
        <Button size="sm" disabled={page <= 1} onClick={() => onPageChange(page - 1)}>
          <ChevronLeft aria-hidden />
          {t("previous")}
        </Button>
        <Button size="sm" disabled={!more} onClick={() => onPageChange(page + 1)}>
          {t("next")}
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  );
}
