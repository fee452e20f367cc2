import { UserCheck, UserMinus, UserPen, UserPlus, UserX, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BadgeTone } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";

export type Change = {
  id: string;
  at: Date;
  object: "member" | "idp_group";
  action: string;
  objectId: string;
  objectName: string;
  status: string | null;
  memberId: string | null;
  memberName: string | null;
  connectionName: string | null;
};

const looks = {
  personCame: { icon: <UserPlus />, tone: "success" },
  personChanged: { icon: <UserPen />, tone: "neutral" },
  personDeactivated: { icon: <UserX />, tone: "warning" },
  personLeft: { icon: <UserMinus />, tone: "danger" },
  groupCame: { icon: <Users />, tone: "success" },
  groupChanged: { icon: <Users />, tone: "neutral" },
  groupLeft: { icon: <Users />, tone: "danger" },
  joined: { icon: <UserCheck />, tone: "accent" },
  left: { icon: <UserMinus />, tone: "neutral" },
} satisfies Record<string, { icon: ReactNode; tone: BadgeTone }>;

/** What the IdPs changed lately, in sentences. */
export function RecentChanges({ base, changes }: { base: string; changes: readonly Change[] }) {
  const t = useTranslations("overview.changes");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardBody>
        {changes.length === 0 ? (
          <EmptyState title={t("empty")} description={t("emptyDescription")} className="py-6" />
        ) : (
          <Timeline
            items={changes.map((change) => {
              const kind = kindOf(change);
              return {
                id: change.id,
                icon: looks[kind].icon,
                tone: looks[kind].tone,
                time: <RelativeTime at={change.at} />,
                title: t.rich(kind, {
                  connection: change.connectionName ?? "",
                  object: () => <ObjectLink base={base} change={change} />,
                  member: () => <MemberLink base={base} id={change.memberId} name={change.memberName} />,
                }),
              };
            })}
          />
        )}
      </CardBody>
    </Card>
  );
}

function kindOf({ object, action, status }: Change): keyof typeof looks {
  if (object === "member") {
    if (action === "create") return "personCame";
    // Deactivation, too, is told as a delete: its status says which it was.
    if (action === "delete") return status === "deactivated" ? "personDeactivated" : "personLeft";
    return "personChanged";
  }
  if (action === "member_add") return "joined";
  if (action === "member_delete") return "left";
  return action === "create" ? "groupCame" : action === "delete" ? "groupLeft" : "groupChanged";
}

function ObjectLink({ base, change }: { base: string; change: Change }) {
  if (change.object === "member") return <MemberLink base={base} id={change.objectId} name={change.objectName} />;
  if (change.action === "delete") return <strong className="font-medium">{change.objectName}</strong>;
  return (
    <Link href={`${base}/groups/${change.objectId}`} className="font-medium hover:underline">
      {change.objectName}
    </Link>
  );
}

function MemberLink({ base, id, name }: { base: string; id: string | null; name: string | null }) {
  if (!id) return <strong className="font-medium">{name}</strong>;
  return (
    <Link href={`${base}/members/member-${id}`} className="font-medium hover:underline">
      {name}
    </Link>
  );
}
