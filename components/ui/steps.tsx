import { Check, CircleDashed, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { VisuallyHidden } from "./visually-hidden";

export type StepState = "done" | "current" | "pending" | "failed";

export type Step = { id: string; title: ReactNode; state: StepState; description?: ReactNode; aside?: ReactNode; children?: ReactNode };

const marks: Record<StepState, string> = {
  done: "border-success bg-success text-surface",
  current: "border-accent bg-accent-subtle text-accent-text",
  pending: "border-border-strong bg-surface text-muted",
  failed: "border-danger bg-danger text-on-danger",
};

/** A numbered way with the state of each step; `numbered={false}` for things that happen by themselves in any order. */
export function Steps({ steps, numbered = true, className }: { steps: readonly Step[]; numbered?: boolean; className?: string }) {
  const t = useTranslations("common");
  return (
    <ol className={cn("flex flex-col", className)}>
      {steps.map((step, index) => (
        <li key={step.id} aria-current={step.state === "current" ? "step" : undefined} className={cn("group relative flex gap-3 last:pb-0", step.description || step.children ? "pb-5" : "pb-3.5")}>
          <span aria-hidden className="absolute top-7 bottom-1 left-3 w-px bg-border group-last:hidden" />
          <span className={cn("tabular flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold [&_svg]:size-3.5", marks[step.state])}>
            <Mark state={step.state} number={numbered ? index + 1 : null} />
            <VisuallyHidden>{t(`stepState.${step.state}`)}</VisuallyHidden>
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-3">
              <p className={cn("text-sm font-medium", step.state === "pending" ? "text-muted" : "text-text")}>{step.title}</p>
              {step.aside ? <span className="text-xs text-muted">{step.aside}</span> : null}
            </div>
            {step.description ? <div className="mt-0.5 text-sm text-muted">{step.description}</div> : null}
            {step.children ? <div className="mt-3">{step.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state, number }: { state: StepState; number: number | null }) {
  if (state === "done") return <Check aria-hidden className="stroke-3" />;
  if (state === "failed") return <X aria-hidden className="stroke-3" />;
  return number === null ? <CircleDashed aria-hidden /> : <span aria-hidden>{number}</span>;
}
