import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

const steps = ["account", "organization", "connect"] as const;

/** What the first operator is about to do: three steps, of which this form is the first. */
export function FirstSteps() {
  const t = useTranslations("auth.firstRun.steps");
  return (
    <ol className="flex flex-col gap-4 text-left">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3">
          <span aria-hidden className={cn("tabular flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold", index === 0 ? "border-accent bg-accent text-on-accent" : "border-border-strong bg-surface text-muted")}>
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
