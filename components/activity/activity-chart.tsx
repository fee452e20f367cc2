"use client";

import { useFormatter } from "next-intl";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

type Day = { label: string; changes: number; reads: number; refused: number; failed: number };

export type ActivityChartProps = { days: readonly Day[]; names: Record<"changes" | "reads" | "refused" | "failed", string> };

const tick = { fontSize: 11, fill: "var(--color-muted)" };
const series = [
  { key: "changes", fill: "var(--color-accent)" },
  { key: "reads", fill: "var(--color-control)" },
  { key: "refused", fill: "var(--color-warning)" },
  { key: "failed", fill: "var(--color-danger)" },
] as const;

/** Calls a day, stacked by how they ended. */
export function ActivityChart({ days, names }: ActivityChartProps) {
  const format = useFormatter();
  const ticks = niceTicks(Math.max(...days.map(({ changes, reads, refused, failed }) => changes + reads + refused + failed)));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...days]} margin={{ top: 4, right: 0, bottom: 0, left: 0 }} barCategoryGap="22%" accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-border)" />
        <XAxis dataKey="label" tick={tick} tickLine={false} axisLine={{ stroke: "var(--color-border-strong)" }} interval="equidistantPreserveStart" minTickGap={24} />
        <YAxis tick={tick} tickLine={false} axisLine={false} width={36} allowDecimals={false} ticks={ticks} tickFormatter={(value: number) => format.number(value)} domain={[0, ticks.at(-1) ?? 1]} />
        <Tooltip
          cursor={{ fill: "var(--color-sunken)" }}
          contentStyle={{ background: "var(--color-raised)", border: "1px solid var(--color-border)", borderRadius: 8, fontSize: 12, color: "var(--color-text)" }}
          itemStyle={{ color: "var(--color-text)", padding: 0 }}
          isAnimationActive={false}
        />
        {series.map(({ key, fill }) => (
          <Bar key={key} dataKey={key} name={names[key]} stackId="calls" fill={fill} isAnimationActive={false} />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** From nought in three or four steps of 1, 2 or 5 times a power of ten, up to the first that is not below `most`. */
function niceTicks(most: number): number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1) / 4)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate * 4 >= most) ?? power;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}
