import { getTranslations } from "next-intl/server";
import { brakeNotice } from "@/components/connections/brake/brake-notice";
import { matchNotice } from "@/components/connections/matches/match-notice";
import { planAttention } from "@/components/overview/plan-attention";
import { NoticeStack } from "@/components/ui/notice-stack";
import { countAdoptions } from "@/lib/connections/adoption/count-adoptions";
import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import type { Connection } from "@/lib/connections/connection";
import type { OrganizationScope } from "@/lib/scope";

/** What waits for an admin's decision or needs their eye. */
export async function OverviewNotices({ scope, slug, connections }: { scope: OrganizationScope; slug: string; connections: readonly Connection[] }) {
  const [brake, match, attention] = await Promise.all([getTranslations("brake.alert"), getTranslations("matches.alert"), getTranslations("overview.attention")]);
  const [braked, matches] = await Promise.all([findBrakeCases(scope, { open: true }), countAdoptions(scope)]);
  const waiting = braked.map(presentBrakeCase).filter((each) => each.counts.waiting > 0);
  const planned = planAttention(connections, `/organizations/${slug}`).map(({ kind, connection, href }) => ({
    key: `${kind} ${href}`,
    tone: kind === "paused" ? ("warning" as const) : ("info" as const),
    title: attention(`${kind}.title`, { connection }),
    description: attention(`${kind}.description`),
    href,
    action: attention(`${kind}.action`),
  }));
  return <NoticeStack notices={[...waiting.map((each) => brakeNotice(brake, slug, each)), ...matches.map((each) => matchNotice(match, slug, each)), ...planned]} />;
}
