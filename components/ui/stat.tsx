import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type StatProps = { label: ReactNode; value: ReactNode; detail?: ReactNode; href?: string; className?: string };

/** One number with its name. Several stand in a StatGroup. */
export function Stat({ label, value, detail, href, className }: StatProps) {
  const body = (
    <>
      <dt className="text-xs font-medium text-muted">
        {href ? (
          // The link covers the whole box.
          <Link href={href} className="after:absolute after:inset-0 after:content-['']">
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="tabular mt-1 text-xl font-semibold text-text">{value}</dd>
      {detail ? <dd className="mt-0.5 text-xs text-muted">{detail}</dd> : null}
    </>
  );
  return (
    <div className={cn("relative min-w-0 bg-surface px-4 py-3", href && "transition-colors hover:bg-sunken", className)}>
      {body}
    </div>
  );
}

export function StatGroup({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cn("grid grid-cols-2 gap-px max-lg:[&>*:last-child:nth-child(odd)]:col-span-2 overflow-hidden rounded-lg border border-border bg-border shadow-xs lg:grid-flow-col lg:auto-cols-fr lg:grid-cols-none", className)}>{children}</dl>;
}
