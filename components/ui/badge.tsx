import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const badgeVariants = cva("inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0", {
  variants: {
    tone: {
      neutral: "border-border bg-sunken text-muted",
      accent: "border-accent-border bg-accent-subtle text-accent-text",
      success: "border-success-border bg-success-subtle text-success-text",
      warning: "border-warning-border bg-warning-subtle text-warning-text",
      danger: "border-danger-border bg-danger-subtle text-danger-text",
      info: "border-info-border bg-info-subtle text-info-text",
    },
    size: { sm: "h-4.5", md: "h-5" },
  },
  defaultVariants: { tone: "neutral", size: "md" },
});

export type BadgeTone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

/** A word about a thing: a role, a kind, a count. */
export function Badge({ tone, size, className, children, ...rest }: ComponentProps<"span"> & VariantProps<typeof badgeVariants>) {
  return (
    <span className={cn(badgeVariants({ tone, size }), className)} {...rest}>
      {typeof children === "string" ? <span className="truncate">{children}</span> : children}
    </span>
  );
}

const dots: Record<BadgeTone, string> = {
  neutral: "bg-control",
  accent: "bg-accent",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
  info: "bg-info",
};

/** A state with a coloured dot; the word always stands beside it. `live` lets the dot breathe. */
export function StatusBadge({ tone = "neutral", live = false, className, children }: { tone?: BadgeTone; live?: boolean; className?: string; children: ReactNode }) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-text", className)}>
      <span className="relative flex size-2 shrink-0" aria-hidden>
        {live ? <span className={cn("absolute inset-0 animate-ping rounded-full opacity-60", dots[tone])} /> : null}
        <span className={cn("size-2 rounded-full", dots[tone])} />
      </span>
      {children}
    </span>
  );
}
