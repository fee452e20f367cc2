import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { HeaderSkeleton } from "./header-skeleton";

/** The shape of a page of settings, while it is on its way: cards with fields and a foot. */
export function FormSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")} className="flex max-w-4xl flex-col gap-6">
      <HeaderSkeleton />
      {[2, 1, 2].map((fields, card) => (
        <div key={card} className="overflow-hidden rounded-lg border border-border bg-surface shadow-xs">
          <div className="flex flex-col gap-5 p-4">
            <Skeleton className="h-4 w-32" />
            {Array.from({ length: fields }, (_, field) => (
              <div key={field} className="flex max-w-sm flex-col gap-2">
                <Skeleton className="h-3.5 w-24" />
                <Skeleton className="h-8" />
              </div>
            ))}
          </div>
          <div className="flex justify-end border-t border-border px-4 py-3">
            <Skeleton className="h-8 w-28" />
          </div>
        </div>
      ))}
    </div>
  );
}
