import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a page's title and description. */
export function HeaderSkeleton() {
  return (
    <div className="flex flex-col gap-2">
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-4 w-72 max-w-full" />
    </div>
  );
}
