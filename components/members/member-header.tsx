import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import type { MemberRecord } from "@/lib/directory/members/member-record";
import { MemberStatus } from "./member-status";

/** Who this is and in what state; what the state means where it is not the usual one. */
export function MemberHeader({ organization, member, actions }: { organization: string; member: MemberRecord; actions: ReactNode }) {
  const t = useTranslations("members");
  const name = member.name || member.email;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: t("title"), href: `/organizations/${organization}/members` }, { label: name }]} />}
        leading={<Avatar name={name} size="lg" />}
        title={name}
        badge={<MemberStatus status={member.status} />}
        description={member.name ? member.email : null}
        actions={actions}
      />
      {member.status === "active" ? null : <Callout tone={member.status === "deactivated" ? "warning" : "info"}>{t(`memberStatus.${member.status}`)}</Callout>}
    </>
  );
}
