"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ButtonLink } from "./button-link";
import { type CalloutTone, calloutLooks } from "./callout";
import { cn } from "./cn";

export type Notice = { key: string; tone: CalloutTone; title: ReactNode; description: ReactNode; href: string; action: string };

const urgency: readonly CalloutTone[] = ["danger", "warning", "info", "success", "neutral"];

/**
 * What waits for somebody, the most urgent first, in one frame. On a telephone several fold into one line with their number, so that the page
 * itself is in sight; each line there leads on as a whole.
 */
export function NoticeStack({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations("common.notices");
  const [open, setOpen] = useState(false);
  const sorted = [...notices].sort((one, other) => urgency.indexOf(one.tone) - urgency.indexOf(other.tone));
  const [first] = sorted;
  if (!first) return null;
  const several = sorted.length > 1;
  const worst = calloutLooks[first.tone];
  return (
    <section aria-label={t("label")} className={cn("overflow-hidden rounded-lg border", several ? "border-border bg-surface shadow-xs" : worst.frame)}>
      {several ? (
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={cn("flex min-h-11 w-full items-center gap-2.5 px-3.5 text-left text-sm font-medium sm:hidden", worst.tint)}>
          <worst.Icon aria-hidden className={cn("size-4 shrink-0", worst.icon)} />
          <span className="min-w-0 flex-1">{t("several", { count: sorted.length })}</span>
          <ChevronDown aria-hidden className={cn("size-4 shrink-0 text-muted transition-transform", open && "rotate-180")} />
        </button>
      ) : null}
      <ul className={cn("divide-y divide-border", several && "max-sm:border-t max-sm:border-border", several && !open && "max-sm:hidden")}>
        {sorted.map((notice) => (
          <NoticeLine key={notice.key} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function NoticeLine({ notice: { tone, title, description, href, action } }: { notice: Notice }) {
  const look = calloutLooks[tone];
  return (
    <li>
      <div role={tone === "danger" ? "alert" : undefined} className="relative flex items-start gap-2.5 px-3.5 py-2.5 text-sm text-text">
        <look.Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", look.icon)} />
        <div className="min-w-0 flex-1 wrap-break-word">
          <p className="font-medium">{title}</p>
          <p className="mt-0.5 text-muted max-sm:hidden">{description}</p>
        </div>
        <ButtonLink size="sm" href={href} className="shrink-0 max-sm:hidden">
          {action}
        </ButtonLink>
        <Link href={href} aria-label={action} className="shrink-0 self-center text-muted after:absolute after:inset-0 sm:hidden">
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      </div>
    </li>
  );
}
