import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The place of a card that is streamed in. */
export function CardSkeleton() {
  return (
    <Card className="flex h-56 flex-col gap-3 p-4">
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-3 w-64 max-w-full" />
      <Skeleton className="mt-2 h-full w-full" />
    </Card>
  );
}
