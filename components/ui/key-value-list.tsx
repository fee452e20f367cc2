import { Fragment, type ReactNode } from "react";
import { cn } from "./cn";

export type KeyValue = { key: string; label: ReactNode; value: ReactNode };

/** Facts about one thing. Missing values are a dash, so that nothing seems forgotten. */
export function KeyValueList({ items, columns = 1, className }: { items: readonly KeyValue[]; columns?: 1 | 2; className?: string }) {
  return (
    <dl className={cn("grid gap-x-8 text-sm", columns === 2 && "md:grid-cols-2", className)}>
      {items.map((item) => (
        <div key={item.key} className="grid grid-cols-[minmax(6.5rem,min(32%,11rem))_minmax(0,1fr)] items-baseline gap-3 border-b border-border py-2 last:border-b-0">
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0 wrap-anywhere text-text">{typeof item.value === "string" ? breakable(item.value) : (item.value ?? "–")}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An address breaks after its @ before it breaks within a word. */
function breakable(text: string): ReactNode {
  const parts = text.split(/(?<=@)/);
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
