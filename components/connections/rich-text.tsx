import type { ReactNode } from "react";

/** What the tags of the guides' texts look like: <b> for words of the IdP's pages, <code> for values. */
export const richText = {
  b: (chunks: ReactNode) => <strong className="font-medium text-text">{chunks}</strong>,
  code: (chunks: ReactNode) => (
    <code className="rounded-sm border border-border bg-sunken px-1 py-px font-mono text-xs whitespace-nowrap text-text">{chunks}</code>
  ),
};
