import { useTranslations } from "next-intl";

const steps = ["account", "organization", "connect"] as const;

/** What the first operator is about to do: three steps, of which this form is the first. */
export function FirstSteps() {
  const t = useTranslations("auth.firstRun.steps");
  return (
    <ol className="flex flex-col gap-4 text-left">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3">
          <span aria-hidden className="tabular flex size-6 shrink-0 items-center justify-center rounded-full border border-border-strong bg-surface text-xs font-medium text-muted">
            {index + 1}
          </span>
          <div className="text-sm">
            <p className="font-medium text-text">{t(`${step}.title`)}</p>
            <p className="text-muted">{t(`${step}.description`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
