import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A framed ground for one thing. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("min-w-0 rounded-lg border border-border bg-surface shadow-xs", className)} {...rest} />;
}

export type CardHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode; className?: string; as?: "h2" | "h3" };

export function CardHeader({ title, description, actions, className, as: Heading = "h2" }: CardHeaderProps) {
  return (
    <div className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-3", className)}>
      <div className={cn("min-w-0 flex-1", description ? "basis-56" : "basis-auto")}>
        <Heading className="text-base font-semibold text-text">{title}</Heading>
        {description ? <p className="mt-0.5 max-w-2xl text-sm text-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex shrink-0 items-center gap-2">{actions}</div> : null}
    </div>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("px-4 pb-4", className)} {...rest} />;
}

/** Buttons or notes under a line. */
export function CardFooter({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("flex flex-wrap items-center justify-end gap-2 border-t border-border px-4 py-2.5", className)} {...rest} />;
}
