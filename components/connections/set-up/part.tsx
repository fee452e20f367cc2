import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

type Props = { number: number; title: ReactNode; description?: ReactNode; done?: boolean; muted?: boolean; /** The content stands under the title, or begins at the number where room is scarce. */ indented?: boolean; className?: string; children?: ReactNode };

/** One of the three numbered parts of a set-up. */
export function Part({ number, title, description, done = false, muted = false, indented = true, className, children }: Props) {
  const t = useTranslations("connections.setup");
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("min-w-0", className)}>
      <div className="flex items-start gap-3">
        <span
          className={cn(
            "tabular mt-px flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold [&_svg]:size-3.5",
            done ? "border-success bg-success text-surface" : muted ? "border-border-strong bg-surface text-muted" : "border-accent bg-accent text-on-accent",
          )}
        >
          <span className="sr-only">{t("part", { number })}</span>
          {done ? <Check aria-hidden className="stroke-3" /> : <span aria-hidden>{number}</span>}
        </span>
        <div className="min-w-0">
          <h2 id={id} className={cn("text-lg font-semibold", muted ? "text-muted" : "text-text")}>
            {title}
          </h2>
          {description ? <p className="mt-0.5 max-w-2xl text-sm text-muted">{description}</p> : null}
        </div>
      </div>
      {children ? <div className={cn("mt-4", indented && "sm:pl-9")}>{children}</div> : null}
    </section>
  );
}
