import type { ReactNode } from "react";
import type { CalloutTone } from "./callout";
import { cn } from "./cn";

const looks: Record<CalloutTone, string> = {
  info: "border-info-border bg-info-subtle",
  success: "border-success-border bg-success-subtle",
  warning: "border-warning-border bg-warning-subtle",
  danger: "border-danger-border bg-danger-subtle",
  neutral: "border-border bg-sunken",
};

/** A line across the whole page: something that holds for everything below it. */
export function Banner({ tone = "warning", action, children }: { tone?: CalloutTone; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={cn("flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b px-4 py-2 text-sm text-text", looks[tone])}>
      <span>{children}</span>
      {action}
    </div>
  );
}
