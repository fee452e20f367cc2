import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChartFigure } from "./chart-figure";
import { chartColors, type ChartRow, type ChartSeries } from "./chart-series";

type Props = { title: string; description: string; actions?: ReactNode; series: readonly ChartSeries[]; rows: readonly ChartRow[]; kind: "bars" | "lines"; unit?: "millisecond"; note?: ReactNode; empty: string };

/** A chart with its legend; a table that opens below says the same in figures. Without a number anywhere, a sentence instead. */
export function ChartCard({ title, description, actions, series, rows, kind, unit, note, empty }: Props) {
  const measured = rows.filter(({ values }) => Object.values(values).some((value) => value));
  return (
    <Card className="min-w-0">
      <CardHeader title={title} description={description} actions={actions} />
      <CardBody className="flex flex-col gap-3">
        {measured.length === 0 ? (
          <p className="flex h-44 items-center justify-center rounded-md bg-sunken px-4 text-center text-sm text-muted">{empty}</p>
        ) : (
          <>
            <Legend series={series} />
            <ChartFigure rows={rows} series={series} kind={kind} {...(unit ? { unit } : {})} />
            {note ? <p className="text-xs text-muted">{note}</p> : null}
            <Figures title={title} series={series} rows={measured} unit={unit} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {series.map(({ key, label, color, total }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-2 rounded-xs ${chartColors[color].dot}`} />
          {label} {total === undefined ? null : <span className="tabular font-medium text-text">{total}</span>}
        </li>
      ))}
    </ul>
  );
}

function Figures({ title, series, rows, unit }: { title: string; series: readonly ChartSeries[]; rows: readonly ChartRow[]; unit: "millisecond" | undefined }) {
  const t = useTranslations("common.chart");
  const format = useFormatter();
  const say = (value: number | null | undefined): string => (value === null || value === undefined ? "–" : format.number(value, unit ? { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 } : {}));
  return (
    <details className="text-xs">
      <summary className="w-fit cursor-pointer rounded-sm text-muted hover:text-text">{t("table")}</summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full tabular">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="text-left text-muted">
              <th scope="col" className="py-1 pr-4 font-medium">{t("time")}</th>
              {series.map(({ key, label }) => (
                <th key={key} scope="col" className="py-1 pr-4 text-right font-medium">{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values }) => (
              <tr key={label} className="border-t border-border">
                <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">{label}</th>
                {series.map(({ key }) => (
                  <td key={key} className="py-1 pr-4 text-right">{say(values[key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
