import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a page with a header and a list, while it is on its way. */
export function PageSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-4 w-72 max-w-full" />
      </div>
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
