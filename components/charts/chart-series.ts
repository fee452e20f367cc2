export const chartColors = {
  accent: { value: "var(--color-accent)", dot: "bg-accent" },
  control: { value: "var(--color-control)", dot: "bg-control" },
  success: { value: "var(--color-success)", dot: "bg-success" },
  warning: { value: "var(--color-warning)", dot: "bg-warning" },
  danger: { value: "var(--color-danger)", dot: "bg-danger" },
} as const;

/** One kind of number in a chart; `total` is what its legend says. */
export type ChartSeries = { key: string; label: string; color: keyof typeof chartColors; total?: string };

/** What is drawn at one point of time; null where nothing was measured. */
export type ChartRow = { label: string; values: Readonly<Record<string, number | null>> };
