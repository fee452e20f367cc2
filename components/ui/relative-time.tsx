"use client";

import { useFormatter, useNow } from "next-intl";
import { useHydrated } from "@/lib/client/use-hydrated";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

export type RelativeTimeProps = { at: Date | string; className?: string };

/** "3 minutes ago", kept up to date; the exact time on hover and for machines. The server renders it in UTC, the browser in its own zone. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 15_000 });
  const browser = useHydrated();
  const date = typeof at === "string" ? new Date(at) : at;
  const exact = format.dateTime(date, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: browser ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC",
  });
  // A clock that runs a little behind must not say "in 2 seconds" about the past.
  const shown = date > now && date.getTime() - now.getTime() < 60_000 ? now : date;
  return (
    <Tooltip content={exact}>
      <time dateTime={date.toISOString()} className={cn("whitespace-nowrap", className)} suppressHydrationWarning>
        {format.relativeTime(shown, now)}
      </time>
    </Tooltip>
  );
}
