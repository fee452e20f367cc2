"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Card, CardBody } from "@/components/ui/card";
import { useBrakeCase } from "@/lib/client/queries/use-brake";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import { BrakeChoices } from "./brake-choices";
import { BrakeStory } from "./brake-story";
import { DeparturesTable } from "./departures-table";
import { NextAtIdp } from "./next-at-idp";

export type Work = { decision: "undo" | "release"; people: number; before: number };

type Props = { organization: string; initial: BrakeCaseWire; identityProvider: string; mayDecide: boolean };

/** A mass departure: what happened, to whom, and the two ways to go on. */
export function BrakeReview({ organization, initial, identityProvider, mayDecide }: Props) {
  const [work, setWork] = useState<Work | null>(null);
  const brakeCase = useBrakeCase(organization, initial, work !== null);
  const decided = brakeCase.counts.undone + brakeCase.counts.released;
  const waits = brakeCase.counts.waiting > 0;
  return (
    <div className="flex flex-col gap-6">
      <BrakeStory organization={organization} brakeCase={brakeCase} identityProvider={identityProvider} />
      {work ? <Progress work={work} decided={decided} /> : null}
      {waits && mayDecide && !work ? <BrakeChoices organization={organization} brakeCase={brakeCase} identityProvider={identityProvider} onWork={setWork} /> : null}
      {brakeCase.counts.undone_inactive > 0 ? <NextAtIdp brakeCase={brakeCase} identityProvider={identityProvider} /> : null}
      <DeparturesTable organization={organization} brakeCase={brakeCase} identityProvider={identityProvider} mayDecide={mayDecide && !work} onWork={setWork} />
    </div>
  );
}

/** How many of those who are being decided about are done. */
function Progress({ work, decided }: { work: Work; decided: number }) {
  const t = useTranslations("brake");
  const done = Math.min(work.people, Math.max(0, decided - work.before));
  return (
    <Card>
      <CardBody className="flex flex-col gap-2 pt-4" aria-live="polite">
        <div className="flex items-baseline justify-between gap-4 text-sm">
          <span className="font-medium text-text">{t(`${work.decision}.pending`)}</span>
          <span className="tabular text-muted">{t("progress", { done, total: work.people })}</span>
        </div>
        <ProgressBar value={work.people === 0 ? 1 : done / work.people} label={t(`${work.decision}.pending`)} />
      </CardBody>
    </Card>
  );
}
