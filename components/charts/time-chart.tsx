"use client";

import { useFormatter } from "next-intl";
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { chartColors, type ChartRow, type ChartSeries } from "./chart-series";

export type TimeChartProps = { rows: readonly ChartRow[]; series: readonly ChartSeries[]; kind: "bars" | "lines"; unit?: "millisecond" };

const tick = { fontSize: 11, fill: "var(--color-muted)" };

/** Numbers over time: counts as stacked bars, measurements as lines that stop where nothing was measured. */
export function TimeChart({ rows, series, kind, unit }: TimeChartProps) {
  const format = useFormatter();
  const say = (value: number): string => format.number(value, unit ? { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 } : {});
  const data = rows.map(({ label, values }) => ({ label, ...values }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={{ top: 4, right: 4, bottom: 0, left: 0 }} barCategoryGap="22%" accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-border)" />
        <XAxis dataKey="label" tick={tick} tickLine={false} axisLine={{ stroke: "var(--color-border-strong)" }} interval="equidistantPreserveStart" minTickGap={24} />
        <YAxis tick={tick} tickLine={false} axisLine={false} width={unit ? 56 : 36} allowDecimals={false} tickCount={4} tickFormatter={say} />
        <Tooltip
          cursor={kind === "bars" ? { fill: "var(--color-sunken)" } : { stroke: "var(--color-border-strong)" }}
          contentStyle={{ background: "var(--color-raised)", border: "1px solid var(--color-border)", borderRadius: 8, fontSize: 12, color: "var(--color-text)" }}
          itemStyle={{ color: "var(--color-text)", padding: 0 }}
          formatter={(value) => say(Number(value))}
          isAnimationActive={false}
        />
        {series.map(({ key, label, color }) =>
          kind === "bars" ? (
            <Bar key={key} dataKey={key} name={label} stackId="all" fill={chartColors[color].value} isAnimationActive={false} />
          ) : (
            <Line key={key} dataKey={key} name={label} type="linear" stroke={chartColors[color].value} strokeWidth={2} dot={{ r: 2, strokeWidth: 0, fill: chartColors[color].value }} isAnimationActive={false} />
          ),
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
