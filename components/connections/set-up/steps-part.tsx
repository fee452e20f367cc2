import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import type { Guide, GuideStep } from "../guides/guide";
import { richText } from "../rich-text";
import type { CarriedValues } from "./carried-values";
import { IdpDrawing } from "./idp-drawing";
import { Part } from "./part";

type Props = { connection: ConnectionDetailsWire; guide: Guide; idp: string; values: CarriedValues; locked: boolean };

/** Part 2: what to do in the IdP, each step beside a drawing of the form it is about. */
export function StepsPart({ connection, guide, idp, values, locked }: Props) {
  const t = useTranslations("connections.setup.steps");
  const seen = (step: GuideStep): boolean => Boolean(step.watch && connection.contact[step.watch]);
  const done = !locked && guide.steps.every((step) => !step.watch || seen(step));
  return (
    <Part number={2} title={t("title", { idp })} description={locked ? t("locked") : t("description")} muted={locked} done={done}>
      {locked ? null : (
        <ol className="flex flex-col gap-7">
          {guide.steps.map((step, index) => (
            <li key={step.text} className="min-w-0 border-t border-border pt-5 first:border-t-0 first:pt-0">
              <StepView step={step} number={index + 1} seen={seen(step)} values={values} idp={idp} />
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}

function StepView({ step, number, seen, values, idp }: { step: GuideStep; number: number; seen: boolean; values: CarriedValues; idp: string }) {
  const t = useTranslations("connections.setup.steps");
  const texts = useTranslations("guides.steps");
  // Not every step has a note; the typed keys know only those that exist.
  const note = `${step.text}.note` as "okta_turn_on.note";
  return (
    <div className={cn("grid items-start gap-4", step.drawing && "xl:grid-cols-2 xl:gap-6")}>
      <div className="min-w-0">
        <div className="flex items-center gap-2">
          <span className="tabular text-sm text-muted">{number}.</span>
          <h3 className="text-base font-semibold text-text">{texts(`${step.text}.title`)}</h3>
          {seen ? (
            <span className="inline-flex items-center gap-1 text-xs font-medium text-success-text">
              <Check aria-hidden className="size-3.5 stroke-3" />
              {t("done")}
            </span>
          ) : null}
        </div>
        <p className="mt-1.5 max-w-prose text-sm leading-6 text-muted">{texts.rich(`${step.text}.body`, richText)}</p>
        {texts.has(note) ? (
          <p className="mt-2.5 max-w-prose border-l-2 border-border-strong pl-3 text-sm text-muted">
            <span className="sr-only">{t("note")}: </span>
            {texts.rich(note, richText)}
          </p>
        ) : null}
      </div>
      {step.drawing ? <IdpDrawing drawing={step.drawing} values={values} idp={idp} /> : null}
    </div>
  );
}
