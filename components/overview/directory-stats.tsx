import { useFormatter, useNow, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { ContactSummary } from "./summarize-contact";

export type DirectoryStatsProps = {
  base: string;
  counts: { active: number; deactivated: number; invited: number; groups: number; mappings: number };
  contact: ContactSummary;
};

/** The numbers of an organization, each a way to its list. */
export function DirectoryStats({ base, counts, contact }: DirectoryStatsProps) {
  const t = useTranslations("overview.stats");
  const format = useFormatter();
  return (
    <StatGroup>
      <Stat label={t("active")} value={format.number(counts.active)} detail={counts.invited > 0 ? t("invited", { count: counts.invited }) : t("activeDetail")} href={`${base}/members?status=active`} />
      <Stat label={t("deactivated")} value={format.number(counts.deactivated)} detail={t("deactivatedDetail")} href={`${base}/members?status=deactivated`} />
      <Stat label={t("groups")} value={format.number(counts.groups)} detail={t("mappings", { count: counts.mappings })} href={`${base}/groups`} />
      <Stat label={t("lastContact")} value={contact.lastAt ? <RelativeTime at={contact.lastAt} /> : t("never")} detail={<NextContact contact={contact} />} />
    </StatGroup>
  );
}

/** When an identity provider should be heard of again. */
function NextContact({ contact }: { contact: ContactSummary }) {
  const t = useTranslations("overview.stats");
  const now = useNow();
  if (contact.overdue) return <Badge tone="danger">{t("overdue")}</Badge>;
  const { nextAt } = contact;
  if (nextAt && Date.parse(nextAt) <= now.getTime()) return t("due");
  if (nextAt) return t.rich("nextContact", { when: () => <RelativeTime at={nextAt} /> });
  return contact.onChange ? t("nextChange") : t("lastContactDetail");
}
