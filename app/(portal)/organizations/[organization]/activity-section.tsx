import { ActivityCard } from "@/components/activity/activity-card";
import { findActivity } from "@/lib/activity/find-activity";
import type { OrganizationScope } from "@/lib/scope";

/** Streamed after the page: counting calls may take a moment. */
export async function ActivitySection({ scope, connectionId = null }: { scope: OrganizationScope; connectionId?: string | null }) {
  return <ActivityCard days={await findActivity(scope, { connectionId, days: 14 })} />;
}
