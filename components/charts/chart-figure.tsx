"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { TimeChartProps } from "./time-chart";

// The chart library is 100 KB: it comes after the page, into a place that is already there.
const TimeChart = dynamic(() => import("./time-chart").then((module) => module.TimeChart), { ssr: false, loading: () => <Skeleton className="size-full" /> });

/** The place of a chart. */
export function ChartFigure(props: TimeChartProps) {
  return (
    <div aria-hidden className="h-44">
      <TimeChart {...props} />
    </div>
  );
}
