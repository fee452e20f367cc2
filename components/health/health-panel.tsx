"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { useHealth } from "@/lib/client/queries/use-health";
import { findingCodes } from "@/lib/contracts/finding-codes";
import type { FindingWire, HealthWire } from "@/lib/contracts/health";
import { ContactClock } from "./contact-clock";
import { FindingCard } from "./finding-card";
import { QuirkTable } from "./quirk-table";

type Props = { organization: string; connectionId: string; identityProvider: string; initial: HealthWire; canDismiss: boolean };

/** The contact clock, what is open, what was put aside or cleared, and what is tolerated; live. */
export function HealthPanel({ organization, connectionId, identityProvider, initial, canDismiss }: Props) {
  const t = useTranslations("health");
  const health = useHealth(organization, connectionId, initial);
  const of = (status: FindingWire["status"]) => health.findings.filter((finding) => finding.status === status);
  const list = (findings: readonly FindingWire[]) => (
    <ul className="flex flex-col gap-3">
      {findings.map((finding) => (
        <li key={finding.code}>
          <FindingCard organization={organization} connectionId={connectionId} identityProvider={identityProvider} finding={finding} canDismiss={canDismiss} />
        </li>
      ))}
    </ul>
  );
  const [open, dismissed, cleared] = [of("open"), of("dismissed"), of("cleared")];
  return (
    <div className="flex flex-col gap-6">
      <ContactClock health={health} />
      <Section title={<OpenTitle findings={open} />} description={t("findings.description")}>
        {open.length > 0 ? (
          list(open)
        ) : (
          <Card>
            <EmptyState icon={<ShieldCheck />} title={t("findings.none")} description={t("findings.noneDescription", { count: findingCodes.length })} />
          </Card>
        )}
      </Section>
      {dismissed.length > 0 ? <Section title={t("findings.dismissed")}>{list(dismissed)}</Section> : null}
      {cleared.length > 0 ? <Section title={t("findings.cleared")}>{list(cleared)}</Section> : null}
      <QuirkTable organization={organization} connectionId={connectionId} quirks={health.quirks} />
    </div>
  );
}

/** Notes are counted apart: the tab and the overview count what is serious. */
function OpenTitle({ findings }: { findings: readonly FindingWire[] }) {
  const t = useTranslations("health.findings");
  const notes = findings.filter(({ severity }) => severity === "info").length;
  return (
    <>
      {t("open", { count: findings.length - notes })}
      {notes > 0 ? <span className="font-normal text-muted"> {t("notes", { count: notes })}</span> : null}
    </>
  );
}
