import { OpenCases } from "@/components/connections/brake/open-cases";
import { OpenMatches } from "@/components/connections/matches/open-matches";
import { AttentionList } from "@/components/overview/attention";
import { planAttention } from "@/components/overview/plan-attention";
import { countAdoptions } from "@/lib/connections/adoption/count-adoptions";
import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import type { Connection } from "@/lib/connections/connection";
import type { OrganizationScope } from "@/lib/scope";

/** What waits for an admin's decision or needs their eye. */
export async function OverviewNotices({ scope, slug, connections }: { scope: OrganizationScope; slug: string; connections: readonly Connection[] }) {
  const [braked, matches] = await Promise.all([findBrakeCases(scope, { open: true }), countAdoptions(scope)]);
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      <OpenCases organization={slug} cases={braked.map(presentBrakeCase)} />
      <OpenMatches organization={slug} matches={matches} />
      <AttentionList items={planAttention(connections, `/organizations/${slug}`)} />
    </div>
  );
}
