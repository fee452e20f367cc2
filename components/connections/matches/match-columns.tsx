import Link from "next/link";
import type { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoleBadges } from "@/components/roles/role-badges";
import { Badge, StatusBadge } from "@/components/ui/badge";
import type { DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AdoptionWire } from "@/lib/contracts/adoption";

type Setting = { organization: string; t: ReturnType<typeof useTranslations<"matches">>; idp: string; answers: ((row: AdoptionWire) => ReactNode) | null };

/** The two who may be one, side by side, and the answer. */
export function matchColumns(setting: Setting): DataColumn<AdoptionWire>[] {
  const { t, idp } = setting;
  return [
    { id: "provisioned", header: t("provisioned", { idp }), cell: (row) => <Provisioned row={row} setting={setting} />, className: "sm:max-w-64" },
    { id: "member", header: t("member"), cell: (row) => <Member row={row} setting={setting} />, hideBelow: "sm", className: "max-w-80" },
    {
      id: "answer",
      header: t("answer"),
      align: "right",
      hideBelow: "sm",
      cell: (row) => <Answer row={row} setting={setting} />,
    },
  ];
}

/** On a narrow screen, all of the question: below each other who was sent, who is here, and the answer. */
function Provisioned({ row, setting }: { row: AdoptionWire; setting: Setting }) {
  const { t, idp } = setting;
  const { name, email_address: email, user_name: userName, registration_id: known } = row.provisioned;
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="truncate font-medium text-text">{name || userName}</span>
      <span className="truncate text-xs text-muted">{email}</span>
      {userName.toLowerCase() === email.toLowerCase() ? null : <span className="truncate text-xs text-muted">{userName}</span>}
      {known || row.status !== "open" ? null : (
        <span className="mt-0.5">
          <Badge tone="warning">{t("refused", { idp })}</Badge>
        </span>
      )}
      <span className="mt-2 flex flex-col gap-2.5 border-l-2 border-border pl-2.5 sm:hidden">
        <span className="flex min-w-0 flex-col gap-0.5">
          <span className="text-xs text-muted">{t("member")}</span>
          <Member row={row} setting={setting} />
        </span>
        <Answer row={row} setting={setting} />
      </span>
    </span>
  );
}

function Member({ row, setting: { organization, t } }: { row: AdoptionWire; setting: Setting }) {
  const { member, reason } = row;
  const from = member.connections.length > 0 ? member.connections.join(", ") : t("byHand");
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <Link href={`/organizations/${organization}/members/${member.member_id}`} className="truncate font-medium text-text hover:underline">
        {member.name || member.email_address}
      </Link>
      <span className="text-xs text-muted">
        <span className="wrap-anywhere">{member.email_address}</span> · <span className="whitespace-nowrap">{from}</span>
      </span>
      <span className="mt-0.5 flex flex-wrap items-center gap-1">
        <Badge tone={member.email_verified ? "success" : "neutral"}>{member.email_verified ? t("verified") : t("unverified")}</Badge>
        {reason === "user_name" ? <Badge tone="info">{t("reasonUserName")}</Badge> : null}
        {member.roles.length > 0 ? <RoleBadges roleIds={member.roles} /> : null}
      </span>
    </span>
  );
}

function Answer({ row, setting: { answers, t } }: { row: AdoptionWire; setting: Setting }) {
  return answers?.(row) ?? <Answered row={row} t={t} />;
}

function Answered({ row, t }: { row: AdoptionWire; t: Setting["t"] }) {
  return (
    <span className="flex flex-col text-muted sm:items-end">
      <StatusBadge tone={row.status === "linked" ? "success" : "neutral"}>{t(`statuses.${row.status}`)}</StatusBadge>
      {row.decided_by && row.decided_at ? (
        <span className="text-xs">
          {t("decided", { by: row.decided_by })} · <RelativeTime at={row.decided_at} />
        </span>
      ) : null}
    </span>
  );
}
