import { Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { GroupOfMember } from "@/lib/directory/roles/compute-effective-roles";

/** The groups that a person is in, nested ones with the way that leads there. */
export function MemberGroups({ organization, groups }: { organization: string; groups: readonly GroupOfMember[] }) {
  const t = useTranslations("members.groups");
  const sorted = [...groups].sort((a, b) => a.path.length - b.path.length || a.groupName.localeCompare(b.groupName));
  return (
    <Card>
      <CardHeader title={t("title")} />
      {sorted.length === 0 ? (
        <CardBody className="text-sm text-muted">{t("empty")}</CardBody>
      ) : (
        <ul className="border-t border-border">
          {sorted.map((group) => (
            <li key={group.groupId} className="relative flex items-start gap-2.5 border-b border-border px-4 py-2 text-sm last:border-b-0 hover:bg-sunken">
              <Users aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
              <div className="min-w-0">
                <Link href={`/organizations/${organization}/groups/${group.groupId}`} className="block truncate font-medium after:absolute after:inset-0">
                  {group.groupName}
                </Link>
                {group.path.length > 1 ? <p className="text-xs text-muted">{t("inside", { path: group.path.slice(0, -1).map((step) => step.groupName).join(" › ") })}</p> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
