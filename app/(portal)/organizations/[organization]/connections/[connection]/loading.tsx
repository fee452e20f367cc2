import { Skeleton } from "@/components/ui/skeleton";

/** Under the header of a connection, which stays. */
export default function Loading() {
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-20 w-full rounded-lg" />
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-64 w-full rounded-lg" />
        <Skeleton className="h-64 w-full rounded-lg" />
      </div>
    </div>
  );
}
