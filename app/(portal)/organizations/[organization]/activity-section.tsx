import { ActivityCard } from "@/components/overview/activity-card";
import { countCallsByDay } from "@/lib/activity/count-calls-by-day";
import type { OrganizationScope } from "@/lib/scope";

/** Streamed after the page: counting calls may take a moment. */
export async function ActivitySection({ scope }: { scope: OrganizationScope }) {
  return <ActivityCard days={await countCallsByDay(scope, 14)} />;
}
