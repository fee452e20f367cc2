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
export function FindingCard(props: Props) {
  const { organization, connectionId, identityProvider, finding } = props;
  const t = useTranslations("health");
  const words = useFindingWords(identityProvider)(finding);
  const open = finding.status === "open";
  const { Icon, text, tone } = finding.status === "cleared" ? { Icon: CircleCheck, text: "text-success-text", tone: "success" as const } : looks[finding.severity];
  return (
    <Card className={cn("flex items-start gap-3 p-4", !open && "bg-transparent shadow-none")}>
      <Icon aria-hidden className={cn("mt-0.5 size-4.5 shrink-0", text)} />
      <div className="grid min-w-0 flex-1 gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="flex min-w-0 flex-col gap-1.5">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h3 className="font-semibold">{words.title}</h3>
            {open ? <Badge tone={tone}>{t(`severities.${finding.severity}`)}</Badge> : null}
          </div>
          <p className="max-w-2xl text-sm text-text">{words.text}</p>
          {finding.status === "dismissed" && finding.dismissal ? <p className="text-sm text-muted">{t("findings.dismissedBy", { name: finding.dismissal.by, reason: finding.dismissal.reason })}</p> : null}
          {finding.status === "cleared" ? null : <FindingEvidence organization={organization} connectionId={connectionId} finding={finding} />}
        </div>
        {open ? (
          <div className="self-start rounded-md bg-sunken px-3 py-2.5 text-sm text-text">
            <p>{words.fix}</p>
            <FixPlace identityProvider={identityProvider} place={findingPlaces[finding.code].idp ?? null} />
          </div>
        ) : null}
        <FindingFooter {...props} title={words.title} />
      </div>
    </Card>
  );
}

/** Since when, and what one can do about it here. */
function FindingFooter({ organization, connectionId, finding, canDismiss, title }: Props & { title: string }) {
  const t = useTranslations("health");
  const tabs = useTranslations("connections.tabs");
  const [asking, setAsking] = useState(false);
  const restore = useDismissFinding(organization, connectionId);
  const open = finding.status === "open";
  const { here } = findingPlaces[finding.code];
  const href = here ? connectionPath(organization, connectionId, here === "overview" ? undefined : here) + (here === "activity" ? "?failures=true" : "") : null;
  const show = (): void => restore.mutate({ code: finding.code, reason: null }, { onSuccess: () => toast.success(t("dismiss.restored")), onError: (error) => toast.error(error.message) });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-xs text-muted lg:col-span-2">
      <span>
        {finding.cleared_at
          ? t.rich("findings.clearedAt", { time: () => <RelativeTime at={finding.cleared_at ?? ""} /> })
          : t.rich("findings.seen", { first: () => <RelativeTime at={finding.first_seen_at} />, last: () => <RelativeTime at={finding.last_seen_at} /> })}
      </span>
      <span className="flex gap-2">
        {open && canDismiss ? <Button size="sm" variant="quiet" onClick={() => setAsking(true)} aria-label={`${t("dismiss.open")}: ${title}`}>{t("dismiss.open")}</Button> : null}
        {open && href && here ? <ButtonLink size="sm" href={href}>{t("findings.go", { page: tabs(here) })}</ButtonLink> : null}
        {finding.status === "dismissed" && canDismiss ? <Button size="sm" pending={restore.isPending} aria-label={`${t("dismiss.restore")}: ${title}`} onClick={show}>{t("dismiss.restore")}</Button> : null}
      </span>
      {asking ? <DismissDialog organization={organization} connectionId={connectionId} code={finding.code} title={title} close={() => setAsking(false)} /> : null}
    </div>
  );
}
