"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { FixPlace } from "@/components/activity/fix-place";
import { connectionPath } from "@/components/connections/connection-path";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { useDismissFinding } from "@/lib/client/queries/use-health";
import { toast } from "@/lib/client/toast";
import type { FindingWire } from "@/lib/contracts/health";
import { FindingEvidence } from "./finding-evidence";
import { findingPlaces } from "./finding-place";
import { useFindingWords } from "./use-finding-words";

const DismissDialog = dynamic(() => import("./dismiss-dialog").then((module) => module.DismissDialog), { ssr: false });

const looks = {
  critical: { Icon: CircleAlert, text: "text-danger-text", tone: "danger" },
  warning: { Icon: TriangleAlert, text: "text-warning-text", tone: "warning" },
  info: { Icon: Info, text: "text-info-text", tone: "info" },
} as const;

type Props = { organization: string; connectionId: string; identityProvider: string; finding: FindingWire; canDismiss: boolean };

/** One finding: what is wrong, what shows it, and the way to where it is mended. */
export function FindingCard({ organization, connectionId, identityProvider, finding, canDismiss }: Props) {
  const t = useTranslations("health");
  const tabs = useTranslations("connections.tabs");
  const words = useFindingWords(identityProvider)(finding);
  const [asking, setAsking] = useState(false);
  const restore = useDismissFinding(organization, connectionId);
  const open = finding.status === "open";
  const { Icon, text, tone } = finding.status === "cleared" ? { Icon: CircleCheck, text: "text-success-text", tone: "success" as const } : looks[finding.severity];
  const place = findingPlaces[finding.code];
  const here = place.here ? connectionPath(organization, connectionId, place.here === "overview" ? undefined : place.here) + (place.here === "activity" ? "?failures=true" : "") : null;
  return (
    <Card className={cn("p-4", !open && "bg-transparent shadow-none")}>
      <div className="flex items-start gap-3">
        <Icon aria-hidden className={cn("mt-0.5 size-4.5 shrink-0", text)} />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h3 className="font-semibold">{words.title}</h3>
            {open ? <Badge tone={tone}>{t(`severities.${finding.severity}`)}</Badge> : null}
          </div>
          <p className="max-w-prose text-sm text-text">{words.text}</p>
          {finding.status === "dismissed" && finding.dismissal ? <p className="text-sm text-muted">{t("findings.dismissedBy", { name: finding.dismissal.by, reason: finding.dismissal.reason })}</p> : null}
          {finding.status === "cleared" ? null : <FindingEvidence organization={organization} connectionId={connectionId} finding={finding} />}
          {open ? (
            <div className="max-w-prose border-l-2 border-border pl-3 text-sm text-muted">
              <p>{words.fix}</p>
              <FixPlace identityProvider={identityProvider} place={place.idp ?? null} />
            </div>
          ) : null}
          <div className="flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
            <span>
              {finding.cleared_at
                ? t.rich("findings.clearedAt", { time: () => <RelativeTime at={finding.cleared_at ?? ""} /> })
                : t.rich("findings.seen", { first: () => <RelativeTime at={finding.first_seen_at} />, last: () => <RelativeTime at={finding.last_seen_at} /> })}
            </span>
            <span className="flex gap-2">
              {open && here && place.here ? <ButtonLink size="sm" href={here}>{tabs(place.here)}</ButtonLink> : null}
              {open && canDismiss ? <Button size="sm" variant="ghost" onClick={() => setAsking(true)} aria-label={`${t("dismiss.open")}: ${words.title}`}>{t("dismiss.open")}</Button> : null}
              {finding.status === "dismissed" && canDismiss ? (
                <Button size="sm" pending={restore.isPending} aria-label={`${t("dismiss.restore")}: ${words.title}`} onClick={() => restore.mutate({ code: finding.code, reason: null }, { onSuccess: () => toast.success(t("dismiss.restored")), onError: (error) => toast.error(error.message) })}>
                  {t("dismiss.restore")}
                </Button>
              ) : null}
            </span>
          </div>
        </div>
      </div>
      {asking ? <DismissDialog organization={organization} connectionId={connectionId} code={finding.code} title={words.title} close={() => setAsking(false)} /> : null}
    </Card>
  );
}
