import { CircleAlert, Inbox, Lock, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const kinds = {
  "first-use": { Icon: Inbox, tone: "border-accent-border bg-accent-subtle text-accent-text" },
  "no-results": { Icon: SearchX, tone: "border-border bg-sunken text-muted" },
  error: { Icon: CircleAlert, tone: "border-danger-border bg-danger-subtle text-danger-text" },
  "no-permission": { Icon: Lock, tone: "border-border bg-sunken text-muted" },
};

export type EmptyStateProps = {
  kind?: keyof typeof kinds;
  icon?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** One action; for no results: clear the filters; for an error: try again. */
  action?: ReactNode;
  size?: "md" | "lg";
  /** In place of something that has a frame, and not inside of one. */
  framed?: boolean;
  className?: string;
};

/** In place of a list that has nothing: why, and what to do about it. */
export function EmptyState({ kind = "first-use", icon, title, description, action, size = "md", framed = false, className }: EmptyStateProps) {
  const { Icon, tone } = kinds[kind];
  return (
    <div className={cn("flex flex-col items-center gap-1 px-6 text-center", size === "lg" ? "py-20" : "py-12", framed && "rounded-lg border border-border bg-surface shadow-xs", className)} role={kind === "error" ? "alert" : undefined}>
      <span className={cn("mb-3 flex size-10 items-center justify-center rounded-lg border [&_svg]:size-5", tone)}>{icon ?? <Icon aria-hidden />}</span>
      <p className="text-base font-semibold text-text">{title}</p>
      {description ? <div className="max-w-md text-sm text-balance text-muted">{description}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap items-center justify-center gap-2">{action}</div> : null}
    </div>
  );
}
