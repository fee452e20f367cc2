import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { useTranslations } from "next-intl";
import { MemberCell } from "@/components/members/member-cell";
import { RoleBadges } from "@/components/roles/role-badges";
import { type BadgeTone, StatusBadge } from "@/components/ui/badge";
import type { DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { BrakeCaseWire, DepartureWire, Standing } from "@/lib/contracts/brake";
import { connectionPath } from "../connection-path";

type Translate = ReturnType<typeof useTranslations<"brake.people">>;
type Setting = { organization: string; brakeCase: BrakeCaseWire; t: Translate; idp: string };

const tones: Record<Standing, BadgeTone> = { waiting: "warning", earlier: "neutral", returned: "success", released: "neutral", undone: "success" };

/** The columns of a mass departure. */
export function departureColumns(setting: Setting): DataColumn<DepartureWire>[] {
  const { t } = setting;
  return [
    { id: "person", header: t("person"), cell: (row) => <MemberCell member={row} organization={setting.organization} />, className: "max-w-44 sm:max-w-72" },
    { id: "standing", header: t("standing"), cell: (row) => <StandingCell row={row} setting={setting} /> },
    { id: "what", header: t("what"), hideBelow: "md", cell: (row) => <What row={row} setting={setting} /> },
    { id: "roles", header: t("roles"), hideBelow: "lg", cell: (row) => (row.roles.length > 0 ? <RoleBadges roleIds={row.roles} /> : <span className="text-muted">{t("noRoles")}</span>) },
  ];
}

function StandingCell({ row, setting: { brakeCase, t, idp } }: { row: DepartureWire; setting: Setting }) {
  const hold = brakeCase.mode === "hold";
  const word = row.standing === "waiting" ? (hold ? "held" : "suspended") : row.standing === "undone" && hold && row.active_at_identity_provider ? "undoneHeld" : row.standing;
  const stillInactive = row.standing === "undone" && row.active_at_identity_provider === false;
  const note = stillInactive ? t("stillInactive", { idp }) : row.standing === "returned" ? t("returnedNote", { idp }) : row.decided_by ? t("decided", { by: row.decided_by }) : null;
  return (
    <span className="flex flex-col">
      <StatusBadge tone={stillInactive ? "info" : tones[row.standing]}>{t(`standings.${word}`)}</StatusBadge>
      {note ? <span className="pl-3.5 text-xs text-muted">{note}</span> : null}
    </span>
  );
}

function What({ row, setting: { organization, brakeCase, t } }: { row: DepartureWire; setting: Setting }) {
  const held = brakeCase.mode === "hold" && row.standing === "waiting";
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap text-muted">
      <span className="text-text">{t(held ? `${row.kind}Held` : row.kind)}</span>
      <RelativeTime at={row.at} className="relative z-1" />
      <Link
        href={`${connectionPath(organization, brakeCase.connection_id, "activity")}?about=${row.registration_id}`}
        aria-label={t("call")}
        title={t("call")}
        className="relative z-1 rounded-sm p-1 text-muted hover:text-text"
      >
        <ArrowUpRight aria-hidden className="size-3.5" />
      </Link>
    </span>
  );
}
