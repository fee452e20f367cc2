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
  const shown = date > now && date.getTime() - now.getTime() < 60_000 ? now : dropFraction(date, now);
  return (
    <Tooltip content={exact}>
      <time dateTime={date.toISOString()} className={cn("whitespace-nowrap", className)} suppressHydrationWarning>
        {format.relativeTime(shown, now)}
      </time>
    </Tooltip>
  );
}

const units = [1_000, 60_000, 3_600_000, 86_400_000];

/** What is past counts whole units only, as clocks do: 59.7 seconds are not "60 seconds ago", nor 23.8 hours "24 hours ago". */
function dropFraction(date: Date, now: Date): Date {
  const past = now.getTime() - date.getTime();
  const unit = units.findLast((size) => past >= size);
  return unit === undefined ? date : new Date(now.getTime() - Math.floor(past / unit) * unit);
}
