import { CircleMinus, CirclePlus, LogIn, LogOut, Pencil, RotateCcw, ShieldCheck, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoleBadge } from "@/components/roles/role-badge";
import type { BadgeTone } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import type { MemberHistoryEntry, MemberHistoryKind } from "@/lib/directory/members/find-member-history";

const looks: Partial<Record<MemberHistoryKind, { icon: ReactNode; tone: BadgeTone }>> = {
  scim_member_create: { icon: <CirclePlus />, tone: "success" },
  scim_member_deactivate: { icon: <CircleMinus />, tone: "warning" },
  scim_member_reactivate: { icon: <RotateCcw />, tone: "success" },
  scim_member_delete: { icon: <Trash2 />, tone: "danger" },
  scim_idp_group_member_add: { icon: <LogIn />, tone: "info" },
  scim_idp_group_member_delete: { icon: <LogOut />, tone: "neutral" },
  member_create: { icon: <CirclePlus />, tone: "success" },
  member_delete: { icon: <Trash2 />, tone: "danger" },
  member_reactivate: { icon: <RotateCcw />, tone: "success" },
  role_assign: { icon: <ShieldCheck />, tone: "accent" },
  role_unassign: { icon: <ShieldCheck />, tone: "neutral" },
  roles_changed: { icon: <ShieldCheck />, tone: "accent" },
};

/** What happened to a person, newest first, each with who did it. */
export function MemberHistory({ organization, entries, limit }: { organization: string; entries: readonly MemberHistoryEntry[]; limit: number }) {
  const t = useTranslations("members.history");
  const items = entries.map((entry) => ({
    id: entry.id,
    title: <HistoryTitle organization={organization} entry={entry} />,
    time: <RelativeTime at={entry.at} />,
    description: <HistoryDetail organization={organization} entry={entry} />,
    icon: looks[entry.kind]?.icon ?? <Pencil />,
    tone: looks[entry.kind]?.tone ?? ("neutral" as const),
  }));
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        {items.length === 0 ? <p className="text-sm text-muted">{t("empty")}</p> : <Timeline items={items} />}
        {items.length === limit ? <p className="mt-4 text-xs text-muted">{t("showing", { count: limit })}</p> : null}
      </CardBody>
    </Card>
  );
}

function HistoryTitle({ organization, entry }: { organization: string; entry: MemberHistoryEntry }) {
  const t = useTranslations("members.history.kinds");
  const link = (chunks: ReactNode) => (
    <Link href={`/organizations/${organization}/groups/${entry.group?.id ?? ""}`} className="font-medium hover:underline">
      {chunks}
    </Link>
  );
  return t.rich(entry.kind, {
    groupName: entry.group?.name ?? "",
    roleName: entry.roleId ?? "",
    action: entry.action,
    group: link,
    role: (chunks: ReactNode) => <RoleBadge roleId={String(chunks)} />,
  });
}

function HistoryDetail({ organization, entry }: { organization: string; entry: MemberHistoryEntry }) {
  const t = useTranslations("members.history");
  const attributes = useTranslations("members.profile.attributes");
  const spell = (name: string) => {
    const key = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return t.has(`fields.${name}` as "fields.user_name") ? t(`fields.${name}` as "fields.user_name") : attributes.has(key as "title") ? attributes(key as "title") : name;
  };
  const who = entry.actor ? t("by", { actor: entry.actor }) : entry.connectionName ? t("via", { connection: entry.connectionName }) : null;
  const link = (chunks: ReactNode) => (
    <Link href={`/organizations/${organization}/connections/scim-connection-${entry.call?.connectionId ?? ""}/activity?call=request-id-${entry.call?.id ?? ""}`} className="inline-flex min-h-6 items-center underline decoration-border-strong underline-offset-3 hover:text-text hover:decoration-current">
      {chunks}
    </Link>
  );
  return (
    <>
      {entry.roles && entry.roles.gained.length > 0 ? <span className="block">{t.rich("gained", { roles: () => <Roles ids={entry.roles?.gained ?? []} /> })}</span> : null}
      {entry.roles && entry.roles.lost.length > 0 ? <span className="block">{t.rich("lost", { roles: () => <Roles ids={entry.roles?.lost ?? []} faded /> })}</span> : null}
      {entry.changed.length > 0 ? <span className="block">{t("changed", { fields: entry.changed.map(spell).join(", ") })}</span> : null}
      {who ? <span className="block text-xs">{who}{entry.call ? <> · {link(t("call"))}</> : null}</span> : null}
    </>
  );
}

function Roles({ ids, faded = false }: { ids: readonly string[]; faded?: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1 align-bottom">
      {ids.map((id) => (
        <RoleBadge key={id} roleId={id} faded={faded} />
      ))}
    </span>
  );
}
