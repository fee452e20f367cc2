import { type ReactNode, useId } from "react";
import { cn } from "./cn";

export type SectionProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode; id?: string; className?: string; children: ReactNode };

/** A titled part of a page without a frame: its content brings the cards and tables. */
export function Section({ title, description, actions, id, className, children }: SectionProps) {
  const own = useId();
  return (
    <section id={id} aria-labelledby={`${own}-title`} className={cn("flex min-w-0 flex-col gap-3", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 id={`${own}-title`} className="text-lg font-semibold text-text">
            {title}
          </h2>
          {description ? <p className="mt-0.5 max-w-2xl text-sm text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex items-center gap-2 max-sm:has-[input,[role=combobox]]:w-full">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
