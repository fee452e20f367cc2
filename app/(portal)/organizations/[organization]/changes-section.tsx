import { RecentChanges } from "@/components/overview/recent-changes";
import { findRecentChanges } from "@/lib/events/find-recent-changes";
import type { OrganizationScope } from "@/lib/scope";

/** Streamed after the page. */
export async function ChangesSection({ scope, base }: { scope: OrganizationScope; base: string }) {
  return <RecentChanges base={base} changes={await findRecentChanges(scope, 10)} />;
}
