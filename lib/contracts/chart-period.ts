/** How far back a chart of the operator's console goes. */
export const chartPeriods = ["day", "week", "month"] as const;
export type ChartPeriod = (typeof chartPeriods)[number];

/** How much time one bar or point stands for, as PostgreSQL reads it, and how many there are. They begin at whole steps of UTC. */
export const chartSteps: Record<ChartPeriod, { step: string; count: number }> = {
  day: { step: "1 hour", count: 24 },
  week: { step: "6 hours", count: 28 },
  month: { step: "1 day", count: 30 },
};
