import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { ProcessState } from "@/lib/installation/read-system-health";

/** The processes that have reported themselves in the last hour; the living ones first. */
export function ProcessList({ processes }: { processes: readonly ProcessState[] }) {
  const t = useTranslations("system.processes");
  const format = useFormatter();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeaderCell>{t("host")}</TableHeaderCell>
          <TableHeaderCell>{t("state")}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t("role")}</TableHeaderCell>
          <TableHeaderCell className="max-lg:hidden">{t("version")}</TableHeaderCell>
          <TableHeaderCell align="right" className="max-lg:hidden">{t("memory")}</TableHeaderCell>
          <TableHeaderCell align="right">{t("started")}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {processes.map((process) => (
          <TableRow key={process.id}>
            <TableCell>
              <span className="font-medium wrap-anywhere">{process.host}</span> <span className="tabular text-xs whitespace-nowrap text-muted">{t("pid", { pid: String(process.pid) })}</span>
            </TableCell>
            <TableCell>
              <StatusBadge tone={process.alive ? "success" : "danger"}>{process.alive ? t("alive") : t("silent")}</StatusBadge>
              {process.alive ? null : <RelativeTime at={process.seenAt} className="block text-xs text-muted" />}
            </TableCell>
            <TableCell className="text-muted max-sm:hidden">{t(`roles.${process.role}`)}</TableCell>
            <TableCell className="font-mono text-xs text-muted max-lg:hidden">{process.version}</TableCell>
            <TableCell align="right" className="text-muted max-lg:hidden">{t("megabytes", { value: format.number(process.memoryBytes / 1_048_576, { maximumFractionDigits: 0 }) })}</TableCell>
            <TableCell align="right">
              <RelativeTime at={process.startedAt} className="whitespace-nowrap text-muted" />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
