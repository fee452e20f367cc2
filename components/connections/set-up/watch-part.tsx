"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Steps, type Step } from "@/components/ui/steps";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "../connection-path";
import type { Milestone } from "../guides/guide";
import { FailureNotice } from "./failure-notice";
import { Part } from "./part";

export const milestones: Milestone[] = [
  "first_contact_at",
  "credential_test_at",
  "first_user_at",
  "first_group_at",
  "first_membership_at",
  "first_deactivation_at",
];

type Props = { organization: string; connection: ConnectionDetailsWire; idp: string };

/** Part 3: what real traffic has shown so far; ticks itself. */
export function WatchPart({ organization, connection, idp }: Props) {
  const t = useTranslations("connections.setup.watch");
  const steps = useMilestoneSteps(connection, idp);
  const done = milestones.filter((name) => connection.contact[name]).length;
  const complete = done === milestones.length;
  return (
    <Part number={3} title={t("title")} description={t("description", { idp })} done={complete}>
      <Card className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <StatusBadge tone={complete ? "success" : "info"} live={!complete}>
            {t("listening")}
          </StatusBadge>
          <span className="tabular text-xs text-muted">{t("progress", { done, total: milestones.length })}</span>
        </div>
        <FailureNotice organization={organization} connection={connection} />
        <div aria-live="polite">
          <Steps steps={steps} numbered={false} />
        </div>
        {complete ? (
          <Callout tone="success" title={t("complete")}>
            <ButtonLink size="sm" className="mt-1.5" href={connectionPath(organization, connection.connection_id, "roles")}>
              {t("completeAction")}
            </ButtonLink>
          </Callout>
        ) : null}
      </Card>
    </Part>
  );
}

function useMilestoneSteps(connection: ConnectionDetailsWire, idp: string): Step[] {
  const t = useTranslations("connections.setup.watch");
  const next = milestones.find((name) => !connection.contact[name]);
  const counted: Partial<Record<Milestone, string>> = {
    first_user_at: t("people", { count: connection.counts.people }),
    first_group_at: t("groups", { count: connection.counts.groups }),
  };
  return milestones.map((name) => {
    const at = connection.contact[name];
    return {
      id: name,
      title: t(`${name}.title`),
      state: at ? "done" : name === next ? "current" : "pending",
      description: at ? counted[name] : t(`${name}.waiting`, { idp }),
      aside: at ? <RelativeTime at={at} /> : null,
    };
  });
}
