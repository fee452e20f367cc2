"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { StatusBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Steps } from "@/components/ui/steps";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";
import { connectionPath } from "../connection-path";
import { ResumeButton } from "../resume-button";
import { richText } from "../rich-text";
import { NothingArrives } from "./nothing-arrives";
import { Part } from "./part";
import { milestones, useMilestoneSteps } from "./use-milestone-steps";

// What it tells is asked for after the page is there.
const FailureNotice = dynamic(() => import("./failure-notice").then((module) => module.FailureNotice), { ssr: false });

type Props = { organization: string; connection: ConnectionDetailsWire; idp: string };

/** Part 3: what real traffic has shown so far, whom and what; ticks itself. */
export function WatchPart({ organization, connection, idp }: Props) {
  const t = useTranslations("connections.setup.watch");
  const steps = useMilestoneSteps(organization, connection, idp);
  const done = milestones.filter((name) => connection.contact[name]).length;
  const complete = done === milestones.length;
  const paused = connection.status === "paused";
  return (
    <Part number={3} title={t("title")} description={t("description", { idp })} done={complete} indented={false}>
      <Card className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          {paused ? (
            <StatusBadge tone="warning">{t("paused")}</StatusBadge>
          ) : (
            <StatusBadge tone={complete ? "success" : "info"} live={!complete}>
              {t("listening")}
            </StatusBadge>
          )}
          <span className="tabular text-xs text-muted">{t("progress", { done, total: milestones.length })}</span>
        </div>
        {paused ? <Paused organization={organization} connection={connection} idp={idp} /> : null}
        <FailureNotice organization={organization} connection={connection} />
        {connection.contact.flag_missing ? (
          <Callout tone="warning" title={t("flagTitle")}>
            {t.rich("flag", richText)}
          </Callout>
        ) : null}
        <div aria-live="polite">
          <Steps steps={steps} numbered={false} />
        </div>
        {connection.contact.first_contact_at || paused ? null : <NothingArrives connection={connection} idp={idp} />}
        {complete ? <Complete organization={organization} connection={connection} /> : null}
      </Card>
    </Part>
  );
}

/** Every call is refused until somebody with an account resumes it. */
function Paused({ organization, connection, idp }: Props) {
  const t = useTranslations("connections.setup.watch");
  const byLink = readSetupLinkId(organization) !== null;
  return (
    <Callout tone="warning" title={t("pausedTitle")}>
      {byLink ? t("pausedByLink", { idp }) : t("pausedText", { idp })}
      {byLink ? null : (
        <div className="mt-2">
          <ResumeButton organization={organization} connection={connection} label={t("resume")} />
        </div>
      )}
    </Callout>
  );
}

function Complete({ organization, connection }: Omit<Props, "idp">) {
  const t = useTranslations("connections.setup.watch");
  const byLink = readSetupLinkId(organization) !== null;
  return (
    <Callout tone="success" title={t("complete")}>
      {byLink ? (
        t("doneByLink")
      ) : (
        <ButtonLink size="sm" className="mt-1.5" href={connectionPath(organization, connection.connection_id, "roles")}>
          {t("completeAction")}
        </ButtonLink>
      )}
    </Callout>
  );
}
