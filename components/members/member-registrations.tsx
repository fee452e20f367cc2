import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { IdpMark } from "@/components/connections/idp-mark";
import { StatusBadge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberRegistration } from "@/lib/directory/members/member-record";

type Props = { organization: string; memberId: string; registrations: readonly MemberRegistration[]; activity: boolean };

/** A person as each connection knows them. */
export function MemberRegistrations({ organization, memberId, registrations, activity }: Props) {
  const t = useTranslations("members.registrations");
  return (
    <Card>
      <CardHeader title={t("title")} />
      {registrations.length === 0 ? <CardBody className="text-sm text-muted">{t("empty")}</CardBody> : null}
      {registrations.map((registration) => (
        <Registration key={registration.id} organization={organization} memberId={memberId} registration={registration} activity={activity} />
      ))}
    </Card>
  );
}

function Registration({ organization, memberId, registration, activity }: { organization: string; memberId: string; registration: MemberRegistration; activity: boolean }) {
  const t = useTranslations("members.registrations");
  const members = useTranslations("members");
  const connection = `/organizations/${organization}/connections/scim-connection-${registration.connectionId}`;
  const mono = (text: string) => <span className="font-mono text-xs select-all">{text}</span>;
  return (
    <div className="border-t border-border px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Link href={connection} className="flex min-w-0 items-center gap-2 text-sm font-medium hover:underline">
          <IdpMark identityProvider={registration.identityProvider} />
          <span className="truncate">{registration.connectionName}</span>
        </Link>
        <StatusBadge tone={registration.active ? "success" : "warning"}>{registration.active ? t("active") : t("inactive")}</StatusBadge>
      </div>
      {registration.keptActive ? (
        <Callout className="mt-2.5" title={t("keptTitle", { connection: registration.connectionName })}>
          {t("kept")}
        </Callout>
      ) : null}
      <KeyValueList
        className="mt-1"
        items={[
          { key: "userName", label: t("userName"), value: registration.userName },
          { key: "externalId", label: t("externalId"), value: registration.externalId ? mono(registration.externalId) : null },
          { key: "id", label: t("id"), value: mono(registration.id) },
          { key: "updated", label: t("updated"), value: <RelativeTime at={registration.updatedAt} /> },
        ]}
      />
      {activity ? (
        <Link href={`${connection}/activity?about=member-${memberId}`} className="mt-2 inline-flex items-center gap-1 text-sm text-accent-text hover:underline">
          {members("calls")}
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Link>
      ) : null}
    </div>
  );
}
