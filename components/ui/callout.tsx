import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type CalloutTone = "info" | "success" | "warning" | "danger" | "neutral";

/** Colours and mark of each tone; a message in a list of several has the tint without the frame. */
export const calloutLooks = {
  info: { frame: "border-info-border bg-info-subtle", tint: "bg-info-subtle", icon: "text-info-text", Icon: Info },
  success: { frame: "border-success-border bg-success-subtle", tint: "bg-success-subtle", icon: "text-success-text", Icon: CircleCheck },
  warning: { frame: "border-warning-border bg-warning-subtle", tint: "bg-warning-subtle", icon: "text-warning-text", Icon: TriangleAlert },
  danger: { frame: "border-danger-border bg-danger-subtle", tint: "bg-danger-subtle", icon: "text-danger-text", Icon: CircleAlert },
  neutral: { frame: "border-border bg-sunken", tint: "bg-sunken", icon: "text-muted", Icon: Info },
};

export type CalloutProps = { tone?: CalloutTone; title?: ReactNode; icon?: ReactNode; action?: ReactNode; className?: string; children?: ReactNode };

/** A message that stays: what happened or what matters here, and perhaps one action. Errors are announced. */
export function Callout({ tone = "info", title, icon, action, className, children }: CalloutProps) {
  const look = calloutLooks[tone];
  return (
    <div role={tone === "danger" ? "alert" : undefined} className={cn("flex items-start gap-2.5 rounded-lg max-sm:flex-wrap border px-3.5 py-2.5 text-sm text-text", look.frame, className)}>
      <span className={cn("mt-0.5 shrink-0 [&_svg]:size-4", look.icon)}>{icon ?? <look.Icon aria-hidden />}</span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2rem)]">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className={cn("wrap-break-word", title && "mt-0.5 text-muted")}>{children}</div> : null}
      </div>
      {action ? <div className="shrink-0 max-sm:pl-6.5">{action}</div> : null}
    </div>
  );
}
