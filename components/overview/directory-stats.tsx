import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stat, StatGroup } from "@/components/ui/stat";

export type DirectoryStatsProps = {
  base: string;
  counts: { active: number; deactivated: number; invited: number; groups: number; mappings: number };
  lastContactAt: Date | null;
};

/** The numbers of an organization, each a way to its list. */
export function DirectoryStats({ base, counts, lastContactAt }: DirectoryStatsProps) {
  const t = useTranslations("overview.stats");
  const format = useFormatter();
  return (
    <StatGroup>
      <Stat label={t("active")} value={format.number(counts.active)} detail={counts.invited > 0 ? t("invited", { count: counts.invited }) : t("activeDetail")} href={`${base}/members?status=active`} />
      <Stat label={t("deactivated")} value={format.number(counts.deactivated)} detail={t("deactivatedDetail")} href={`${base}/members?status=deactivated`} />
      <Stat label={t("groups")} value={format.number(counts.groups)} detail={t("mappings", { count: counts.mappings })} href={`${base}/groups`} />
      <Stat label={t("lastContact")} value={lastContactAt ? <RelativeTime at={lastContactAt} /> : t("never")} detail={t("lastContactDetail")} />
    </StatGroup>
  );
}
