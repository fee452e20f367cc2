import { ExternalLink as Icon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VisuallyHidden } from "./visually-hidden";

/** A link out of Rollcall, in a new tab, and saying so. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <a href={href} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 text-accent-text underline-offset-3 hover:underline">
      {children}
      <Icon aria-hidden className="size-3" />
      <VisuallyHidden>{t("opensInNewTab")}</VisuallyHidden>
    </a>
  );
}
