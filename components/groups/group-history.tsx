import { CirclePlus, LogIn, LogOut, Network, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BadgeTone } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import type { GroupHistoryEntry } from "@/lib/directory/groups/find-group-history";

const looks: Record<GroupHistoryEntry["kind"], { icon: ReactNode; tone: BadgeTone }> = {
  create: { icon: <CirclePlus />, tone: "success" },
  update: { icon: <Pencil />, tone: "neutral" },
  renamed: { icon: <Pencil />, tone: "neutral" },
  nested: { icon: <Network />, tone: "info" },
  delete: { icon: <Trash2 />, tone: "danger" },
  member_add: { icon: <LogIn />, tone: "info" },
  member_delete: { icon: <LogOut />, tone: "neutral" },
};

/** What happened to a group, newest first. */
export function GroupHistory({ organization, entries }: { organization: string; entries: readonly GroupHistoryEntry[] }) {
  const t = useTranslations("groups.history");
  const items = entries.map((entry) => ({
    id: entry.id,
    title: t.rich(`kinds.${entry.kind}`, {
      name: entry.member?.name ?? "",
      before: entry.before,
      after: entry.after,
      inside: entry.inside,
      member: (chunks: ReactNode) => (
        <Link href={`/organizations/${organization}/members/member-${entry.member?.id ?? ""}`} className="font-medium hover:underline">
          {chunks}
        </Link>
      ),
    }),
    time: <RelativeTime at={entry.at} />,
    description: entry.call ? (
      <Link href={`/organizations/${organization}/connections/scim-connection-${entry.call.connectionId}/activity?call=request-id-${entry.call.id}`} className="inline-flex min-h-6 items-center text-xs underline decoration-border-strong underline-offset-3 hover:text-text hover:decoration-current">
        {t("call")}
      </Link>
    ) : undefined,
    ...looks[entry.kind],
  }));
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>{items.length === 0 ? <p className="text-sm text-muted">{t("empty")}</p> : <Timeline items={items} />}</CardBody>
    </Card>
  );
}
