import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";

export type CodeBlockProps = { code: string; title?: ReactNode; /** For the copy button and assistive technology. */ name: string; maxHeight?: string; className?: string };

/** Code or a wire exchange, as it is. JSON is shown with indentation. */
export function CodeBlock({ code, title, name, maxHeight = "24rem", className }: CodeBlockProps) {
  const t = useTranslations("common");
  const text = indentJson(code);
  return (
    <figure className={cn("min-w-0 overflow-hidden rounded-lg border border-border bg-sunken", className)}>
      <figcaption className="flex items-center justify-between gap-2 border-b border-border py-1 pr-1 pl-3 text-xs font-medium text-muted">
        <span className="truncate">{title ?? name}</span>
        <CopyButton value={text} label={t("copyNamed", { name })} variant="quiet" />
      </figcaption>
      <pre tabIndex={0} role="region" aria-label={name} className="overflow-auto p-3 font-mono text-xs leading-5 text-text" style={{ maxHeight }}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}

function indentJson(code: string): string {
  if (!/^\s*[[{]/.test(code)) return code;
  try {
    return JSON.stringify(JSON.parse(code), null, 2);
  } catch {
    return code;
  }
}
