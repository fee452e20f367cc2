import { useFormatter, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { SlowestStatements as Slowest } from "@/lib/installation/find-slowest-statements";

/** The database's slowest statements, or how to have them counted. */
export function SlowestStatements({ slowest }: { slowest: Slowest }) {
  const t = useTranslations("system.statements");
  const format = useFormatter();
  if (!slowest) {
    return (
      <Section title={t("title")}>
        <Callout tone="neutral" title={t("offTitle")}>{t.rich("off", { code: (chunks) => <code className="font-mono text-xs">{chunks}</code> })}</Callout>
      </Section>
    );
  }
  const ms = (value: number): string => format.number(value, { style: "unit", unit: "millisecond", maximumFractionDigits: value < 10 ? 2 : 0 });
  return (
    <Section title={t("title")} description={t("description", { since: format.dateTime(slowest.since, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }) })}>
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <TableHeaderCell>{t("statement")}</TableHeaderCell>
            <TableHeaderCell align="right">{t("mean")}</TableHeaderCell>
            <TableHeaderCell align="right" className="max-sm:hidden">{t("max")}</TableHeaderCell>
            <TableHeaderCell align="right" className="max-md:hidden">{t("calls")}</TableHeaderCell>
            <TableHeaderCell align="right" className="max-md:hidden">{t("total")}</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {slowest.statements.map((statement) => (
            <TableRow key={statement.id}>
              <TableCell>
                <details>
                  <summary className="max-w-52 cursor-pointer truncate rounded-sm font-mono text-xs sm:max-w-xs lg:max-w-xl">{statement.text}</summary>
                  <p className="mt-1 max-w-xl font-mono text-xs wrap-anywhere whitespace-normal text-muted">{statement.text}</p>
                </details>
              </TableCell>
              <TableCell align="right">{ms(statement.meanMs)}</TableCell>
              <TableCell align="right" className="text-muted max-sm:hidden">{ms(statement.maxMs)}</TableCell>
              <TableCell align="right" className="text-muted max-md:hidden">{format.number(statement.calls)}</TableCell>
              <TableCell align="right" className="text-muted max-md:hidden">{ms(statement.totalMs)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
