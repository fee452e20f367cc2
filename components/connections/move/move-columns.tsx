import type { useTranslations } from "next-intl";
import { MemberCell } from "@/components/members/member-cell";
import { Badge, type BadgeTone, StatusBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import type { DataColumn } from "@/components/ui/data-table";
import type { MovedPersonWire, MoveOutcome, MoveWire } from "@/lib/contracts/move";
import { matchesPath } from "../connection-path";
import { DetachPerson } from "./detach-person";
import { MatchDialog } from "./match-dialog";
import { RematchButton } from "./rematch-button";

type Setting = { organization: string; move: MoveWire; t: ReturnType<typeof useTranslations<"move">>; mayDecide: boolean };

const tones: Record<MoveOutcome, BadgeTone> = { matched: "success", ambiguous: "warning", only_old: "neutral", only_new: "info" };

/** The columns of a move: the person, in both directories, and what is to do. */
export function moveColumns(setting: Setting): DataColumn<MovedPersonWire>[] {
  const { t, move } = setting;
  const names = { from: move.from.display_name, to: move.to.display_name };
  return [
    { id: "person", header: t("people.person"), cell: (row) => <MemberCell member={row} organization={setting.organization} />, className: "max-w-44 sm:max-w-72" },
    { id: "outcome", header: t("people.outcome"), cell: (row) => <Outcome row={row} setting={setting} /> },
    { id: "old", header: t("people.old", names), hideBelow: "md", cell: (row) => <Side side={row.old} t={t} />, className: "max-w-60 xl:max-w-80" },
    { id: "new", header: t("people.new", names), hideBelow: "md", cell: (row) => <Side side={row.new} t={t} />, className: "max-w-60 xl:max-w-80" },
    ...(setting.mayDecide ? [{ id: "action", header: <span className="sr-only">{t("people.action")}</span>, hideBelow: "md" as const, align: "right" as const, cell: (row: MovedPersonWire) => <Action row={row} setting={setting} /> }] : []),
  ];
}

function Outcome({ row, setting }: { row: MovedPersonWire; setting: Setting }) {
  const { t, move } = setting;
  const by = row.matched_by === "email" || row.matched_by === "user_name" ? row.matched_by : row.matched_by ? "hand" : null;
  const note = by ? t(`people.by.${by}`) : row.fate ? t(`people.fate.${row.fate}`) : row.parted_from ? t("people.parted", { name: row.parted_from.name }) : null;
  return (
    <span className="flex flex-col">
      <StatusBadge tone={tones[row.outcome]}>{t(`outcomes.${row.outcome}`, { from: move.from.display_name, to: move.to.display_name })}</StatusBadge>
      {note ? <span className="pl-3.5 text-xs text-muted">{note}</span> : null}
      {setting.mayDecide ? (
        <span className="mt-1 pl-3.5 empty:hidden md:hidden">
          <Action row={row} setting={setting} />
        </span>
      ) : null}
    </span>
  );
}

function Side({ side, t }: { side: { user_name: string; active: boolean } | null; t: Setting["t"] }) {
  if (!side) return <span className="text-faint">–</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-muted">
      <span className="truncate">{side.user_name}</span>
      {side.active ? null : <Badge>{t("people.inactive")}</Badge>}
    </span>
  );
}

function Action({ row, setting: { organization, move, t } }: { row: MovedPersonWire; setting: Setting }) {
  if (row.outcome === "matched") return <DetachPerson organization={organization} move={move} person={row} />;
  if (row.outcome === "only_new" && row.new && row.parted_from) return <RematchButton organization={organization} move={move} person={row} registrationId={row.new.registration_id} memberId={row.parted_from.member_id} />;
  if (row.outcome === "only_new" && row.new && move.counts.only_old > 0) return <MatchDialog organization={organization} move={move} person={row} registrationId={row.new.registration_id} />;
  if (row.outcome !== "ambiguous") return null;
  return (
    <ButtonLink size="sm" className="relative z-1" href={`${matchesPath(organization, move.to.connection_id)}?query=${encodeURIComponent(row.email_address)}`}>
      {t("people.decide")}
    </ButtonLink>
  );
}
