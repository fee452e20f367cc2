import type { ReactNode } from "react";
import type { BadgeTone } from "./badge";
import { cn } from "./cn";

export type TimelineItem = { id: string; title: ReactNode; time: ReactNode; description?: ReactNode; icon?: ReactNode; tone?: BadgeTone };

const tones: Record<BadgeTone, string> = {
  neutral: "text-muted",
  accent: "text-accent-text",
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
  info: "text-info-text",
};

/** What happened, newest first as given. */
export function Timeline({ items, className }: { items: readonly TimelineItem[]; className?: string }) {
  return (
    <ol className={cn("flex flex-col", className)}>
      {items.map((item) => (
        <li key={item.id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span aria-hidden className="absolute top-6 bottom-0 left-[0.6875rem] w-px bg-border group-last:hidden" />
          <span aria-hidden className={cn("flex size-[1.375rem] shrink-0 items-center justify-center rounded-full border border-border bg-surface [&_svg]:size-3", tones[item.tone ?? "neutral"])}>
            {item.icon ?? <span className="size-1.5 rounded-full bg-current" />}
          </span>
          <div className="min-w-0 flex-1 text-sm">
            <div className="flex items-baseline justify-between gap-x-3 max-sm:flex-wrap">
              <div className="min-w-0 wrap-anywhere text-text">{item.title}</div>
              <div className="shrink-0 text-xs whitespace-nowrap text-muted">{item.time}</div>
            </div>
            {item.description ? <div className="mt-0.5 text-muted">{item.description}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
