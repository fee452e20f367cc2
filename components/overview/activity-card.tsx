import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ActivityChart, type ActivityChartProps } from "./activity-chart";

/** What the IdPs asked for in two weeks. */
export function ActivityCard({ days }: ActivityChartProps) {
  const t = useTranslations("overview.activity");
  const calls = days.reduce((sum, day) => sum + day.calls, 0);
  const failures = days.reduce((sum, day) => sum + day.failures, 0);
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("period")}
        actions={
          <span className="flex items-center gap-3 text-xs text-muted">
            <span className="flex items-center gap-1.5">
              <span aria-hidden className="size-2 rounded-xs bg-accent" />
              {t("answered", { count: calls - failures })}
            </span>
            <span className="flex items-center gap-1.5">
              <span aria-hidden className="size-2 rounded-xs bg-danger" />
              {t("refused", { count: failures })}
            </span>
          </span>
        }
      />
      <CardBody>
        <ActivityChart days={days} />
      </CardBody>
    </Card>
  );
}
