import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { SystemHealth } from "@/lib/installation/read-system-health";

/** The calls of identity providers that took longest; each opens in its organization. */
export function SlowestCalls({ calls }: { calls: SystemHealth["slowest"] }) {
  const t = useTranslations("system.slowest");
  const format = useFormatter();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeaderCell>{t("call")}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t("organization")}</TableHeaderCell>
          <TableHeaderCell align="right">{t("duration")}</TableHeaderCell>
          <TableHeaderCell align="right" className="max-sm:hidden">{t("when")}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {calls.map((call) => (
          <TableRow key={call.id} interactive={Boolean(call.slug)}>
            <TableCell className="w-full max-w-0">
              <span className="flex min-w-0 items-center gap-2">
                <Badge tone={call.status >= 400 ? "danger" : "neutral"} className="tabular font-mono">{String(call.status)}</Badge>
                {call.slug && call.connectionId ? (
                  <RowLink href={`/organizations/${call.slug}/connections/${call.connectionId}/activity?call=${call.id}`} className="truncate font-mono text-xs">
                    {`${call.method} ${call.path}`}
                  </RowLink>
                ) : (
                  <span className="truncate font-mono text-xs">{`${call.method} ${call.path}`}</span>
                )}
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted max-md:hidden">
              <span className="block max-w-52 truncate">{call.organization ?? "–"}</span>
            </TableCell>
            <TableCell align="right" className="whitespace-nowrap">{t("milliseconds", { value: format.number(call.durationMs, { maximumFractionDigits: call.durationMs < 10 ? 1 : 0 }) })}</TableCell>
            <TableCell align="right" className="max-sm:hidden">
              <RelativeTime at={call.at} className="relative z-1 whitespace-nowrap text-muted" />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
