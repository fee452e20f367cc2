"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stat, StatGroup } from "@/components/ui/stat";
import { type MoveNow, useMove } from "@/lib/client/queries/use-move";
import type { MoveOutcome, MoveWire } from "@/lib/contracts/move";
import { BackToSettings } from "../back-to-settings";
import { connectionPath, movePath } from "../connection-path";
import { IdpMark } from "../idp-mark";
import { CancelMove } from "./cancel-move";
import { DownloadReport } from "./download-report";
import { FinishMove } from "./finish-move";
import { MovePeople } from "./move-people";

const outcomes = ["matched", "ambiguous", "only_old", "only_new"] as const satisfies readonly MoveOutcome[];

type Props = { organization: string; connectionId: string; initial: MoveNow; mayDecide: boolean };

/** A move on its way: who is matched, who is missing, and the end; or its report. */
export function MoveView({ organization, connectionId, initial, mayDecide }: Props) {
  const t = useTranslations("move");
  const { move, losses } = useMove(organization, connectionId, initial);
  const open = move.status === "open";
  const names = { from: move.from.display_name, to: move.to.display_name };
  const page = movePath(organization, connectionId);
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="-mb-1.5 w-full">
          <BackToSettings organization={organization} connectionId={connectionId} card="move">
            {t("back")}
          </BackToSettings>
        </div>
        <Title move={move} />
        <div className="flex flex-wrap gap-2">
          {open ? <ButtonLink href={connectionPath(organization, move.to.connection_id, "setup")}>{t("open.setUp", names)}</ButtonLink> : null}
          {open && mayDecide ? <CancelMove organization={organization} move={move} /> : null}
          {open && mayDecide ? <FinishMove organization={organization} move={move} losses={losses} /> : null}
          {open ? null : <DownloadReport organization={organization} connectionId={connectionId} />}
          {!open && mayDecide ? <ButtonLink href={`${page}?begin=again`}>{t("finished.again")}</ButtonLink> : null}
        </div>
      </section>
      <StatGroup>
        {outcomes.map((outcome) => (
          <Stat
            key={outcome}
            label={t(`outcomes.${outcome}`, names)}
            value={move.counts[outcome].toLocaleString("en")}
            detail={t(`${open ? "outcomeDetail" : "outcomeDetailFinished"}.${outcome}`)}
            href={`${page}?outcome=${outcome}`}
          />
        ))}
      </StatGroup>
      <MovePeople organization={organization} connectionId={connectionId} move={move} mayDecide={mayDecide && open} />
    </div>
  );
}

function Title({ move }: { move: MoveWire }) {
  const t = useTranslations("move");
  const open = move.status === "open";
  const at = open ? move.started_at : (move.ended_at ?? move.started_at);
  const by = open ? move.started_by : (move.ended_by ?? "");
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold text-text">
          <IdpMark identityProvider={move.from.identity_provider} size="sm" />
          {move.from.display_name}
          <ArrowRight aria-hidden className="size-4 text-muted" />
          <IdpMark identityProvider={move.to.identity_provider} size="sm" />
          {move.to.display_name}
        </h2>
        <Badge tone={open ? "info" : "success"}>{t(open ? "open.state" : "finished.state")}</Badge>
      </div>
      <p className="max-w-prose text-sm text-muted">{t.rich(open ? "open.story" : "finished.story", { by, from: move.from.display_name, time: () => <RelativeTime at={at} /> })}</p>
    </div>
  );
}
