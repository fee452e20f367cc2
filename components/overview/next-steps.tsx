import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Steps } from "@/components/ui/steps";
import type { NextStep } from "./plan-next-steps";

export type NextStepsProps = {
  steps: readonly NextStep[];
  /** Where the current step is done; steps that the IdP does have none. */
  hrefs: Partial<Record<NextStep["id"], string>>;
};

/** The way to running provisioning, until every step is done. */
export function NextSteps({ steps, hrefs }: NextStepsProps) {
  const t = useTranslations("overview.steps");
  const done = steps.filter((step) => step.state === "done").length;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={
          <span className="flex h-5.5 items-center gap-2 text-xs text-muted">
            <span className="tabular">{t("progress", { done, total: steps.length })}</span>
            <ProgressBar value={done / steps.length} label={t("title")} className="w-24" />
          </span>
        }
      />
      <CardBody className="pt-1">
        <Steps
          steps={steps.map((step) => {
            const href = hrefs[step.id];
            return {
              id: step.id,
              state: step.state,
              title: t(`${step.id}.title`),
              description: step.state === "current" ? t(`${step.id}.description`) : null,
              children:
                step.state === "current" && href ? (
                  <ButtonLink href={href} variant="primary">
                    {t(`${step.id}.action`)}
                  </ButtonLink>
                ) : null,
            };
          })}
        />
      </CardBody>
    </Card>
  );
}
