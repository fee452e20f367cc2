import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A dense table in its own frame; it scrolls sideways by itself, and its head stays in sight inside `maxHeight`. */
export function Table({ caption, maxHeight, framed = true, className, children, ...rest }: ComponentProps<"table"> & { caption: string; maxHeight?: string; framed?: boolean }) {
  return (
    <div
      className={cn("relative min-w-0 overflow-auto", framed && "rounded-lg border border-border bg-surface shadow-xs")}
      style={maxHeight ? { maxHeight } : undefined}
      tabIndex={0}
      role="group"
      aria-label={caption}
    >
      <table className={cn("w-full border-separate border-spacing-0 text-sm", className)} {...rest}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead className={cn("sticky top-0 z-10", className)} {...rest} />;
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody className={cn("[&_tr:last-child>td]:border-b-0", className)} {...rest} />;
}

export function TableRow({ interactive = false, className, ...rest }: ComponentProps<"tr"> & { interactive?: boolean }) {
  return (
    <tr
      className={cn("relative", interactive && "transition-colors hover:bg-sunken has-[a[data-row-link]:focus-visible]:bg-sunken", className)}
      {...rest}
    />
  );
}

export function TableHeaderCell({ align = "left", className, ...rest }: Omit<ComponentProps<"th">, "align"> & { align?: "left" | "right" }) {
  return (
    <th
      scope="col"
      className={cn("h-8 border-b border-border bg-sunken px-3 text-xs font-medium whitespace-nowrap text-muted", align === "right" ? "text-right" : "text-left", className)}
      {...rest}
    />
  );
}

export function TableCell({ align = "left", className, ...rest }: Omit<ComponentProps<"td">, "align"> & { align?: "left" | "right" }) {
  return <td className={cn("h-10 border-b border-border px-3 py-1.5 text-text", align === "right" && "tabular text-right", className)} {...rest} />;
}

/** The link of a row: its text in one cell, its target the whole row. Other controls in the row need `relative z-1`. */
export function RowLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      data-row-link
      className={cn("font-medium text-text outline-offset-2 after:absolute after:inset-0 after:content-[''] hover:underline focus-visible:outline-2", className)}
    >
      {children}
    </Link>
  );
}
