import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { HeaderSkeleton } from "./header-skeleton";

/** The shape of a page with a header and a list, while it is on its way. */
export function PageSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-6">
      <HeaderSkeleton />
      <div className="overflow-hidden rounded-lg border border-border bg-surface shadow-xs">
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="flex h-11 items-center gap-3 border-b border-border px-3 last:border-b-0">
            <Skeleton className="size-6 rounded-full" />
            <Skeleton className={index % 2 ? "h-3.5 w-64" : "h-3.5 w-48"} />
          </div>
        ))}
      </div>
    </div>
  );
}
