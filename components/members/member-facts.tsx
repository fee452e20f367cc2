import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberRecord } from "@/lib/directory/members/member-record";

/** The member itself, whoever sent it. */
export function MemberFacts({ member }: { member: MemberRecord }) {
  const t = useTranslations("members");
  const origin = member.registrations.map((registration) => registration.connectionName).join(", ") || t("addedByHand");
  return (
    <Card>
      <CardHeader title={t("details")} />
      <CardBody className="pb-2">
        <KeyValueList
          items={[
            { key: "email", label: t("facts.email"), value: member.email },
            { key: "id", label: t("facts.id"), value: <span className="font-mono text-xs select-all">{`member-${member.id}`}</span> },
            ...(member.externalId ? [{ key: "externalId", label: t("facts.externalId"), value: <span className="font-mono text-xs select-all">{member.externalId}</span> }] : []),
            { key: "origin", label: t("facts.origin"), value: origin },
            { key: "since", label: t("facts.since"), value: <RelativeTime at={member.createdAt} /> },
            { key: "changed", label: t("facts.changed"), value: <RelativeTime at={member.updatedAt} /> },
          ]}
        />
      </CardBody>
    </Card>
  );
}
