"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ScimRequestWire } from "@/lib/contracts/activity";
import { CallSentence } from "./call-sentence";

/** The columns of a list of calls; a row opens its call. */
export function useCallColumns(identityProvider: string, open: (callId: string) => void): DataColumn<ScimRequestWire>[] {
  const t = useTranslations("activity");
  return [
    {
      id: "what",
      header: t("columns.what"),
      cell: (call) => (
        <button type="button" className="text-left outline-offset-2 after:absolute after:inset-0" onClick={() => open(call.scim_request_id)}>
          <CallSentence call={call} identityProvider={identityProvider} />
          <RelativeTime at={call.received_at} className="mt-0.5 block pl-[1.375rem] text-xs text-muted sm:hidden" />
        </button>
      ),
    },
    { id: "result", header: t("columns.result"), cell: (call) => <StatusCode status={call.status} /> },
    {
      id: "call",
      header: t("columns.call"),
      hideBelow: "xl",
      cell: (call) => (
        <code className="block max-w-64 truncate font-mono text-xs text-muted" title={`${call.method} ${call.path}`}>
          {call.method} {readable(call.path)}
        </code>
      ),
    },
    {
      id: "duration",
      header: t("columns.duration"),
      align: "right",
      hideBelow: "lg",
      cell: (call) => <span className="text-xs whitespace-nowrap text-muted">{t("milliseconds", { value: call.duration_ms })}</span>,
    },
    {
      id: "time",
      header: t("columns.time"),
      align: "right",
      hideBelow: "sm",
      cell: (call) => <RelativeTime at={call.received_at} className="relative z-1 text-xs whitespace-nowrap text-muted" />,
    },
  ];
}

/** The HTTP status: what worked stays quiet, what failed stands out. */
export function StatusCode({ status }: { status: number }) {
  return <Badge tone={status >= 400 ? "danger" : "neutral"} className="tabular">{String(status)}</Badge>;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll("+", " "));
  } catch {
    return path;
  }
}
