import { useFormatter, useTranslations } from "next-intl";
import { RefreshEvery } from "@/components/ui/refresh-every";
import { Callout } from "@/components/ui/callout";
import { ProgressBar } from "@/components/ui/progress-bar";

export type RoleRolloutProps = { rollout: { completeAt: Date; sessions: number; refreshed: number } };

/** How many live sessions of the vendor's app already carry the roles that were just saved; at the end that all of them do. */
export function RoleRollout({ rollout: { completeAt, sessions, refreshed } }: RoleRolloutProps) {
  const t = useTranslations("roles.rollout");
  const format = useFormatter();
  if (refreshed >= sessions) return <Callout tone="success" title={t("title", { refreshed, sessions })}>{t("done")}</Callout>;
  return (
    <Callout tone="info" title={t("title", { refreshed, sessions })}>
      <RefreshEvery seconds={5} />
      <ProgressBar label={t("progress")} value={refreshed / sessions} className="my-2 max-w-sm" />
      {t("complete", { time: format.dateTime(completeAt, { hour: "numeric", minute: "2-digit", timeZoneName: "short" }) })}
    </Callout>
  );
}
