"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActivityChartProps } from "./activity-chart";

// The chart library is 100 KB: it comes after the page, into a place that is already there.
const ActivityChart = dynamic(() => import("./activity-chart").then((module) => module.ActivityChart), { ssr: false, loading: () => <Skeleton className="size-full" /> });

/** The place of the chart. */
export function ActivityFigure(props: ActivityChartProps) {
  return (
    <div aria-hidden className="h-40">
      <ActivityChart {...props} />
    </div>
  );
}
