import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { type Fact, groupAttributes, toKeyValues } from "./profile-facts";

/** What the IdP says of a person: standard, work and custom attributes. */
export function MemberProfile({ attributes }: { attributes: Record<string, unknown> | undefined }) {
  const t = useTranslations("members.profile");
  const profile = groupAttributes(attributes ?? {});
  const parts = (["standard", "enterprise", "custom"] as const).filter((part) => profile[part].length > 0);
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody className="flex flex-col gap-5">
        {parts.length === 0 ? <p className="text-sm text-muted">{t("empty")}</p> : null}
        {parts.map((part) => (
          <Facts key={part} title={t(part)} facts={profile[part]} />
        ))}
      </CardBody>
    </Card>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const t = useTranslations("members.profile.attributes");
  const label = (key: string) => (t.has(key as "title") ? t(key as "title") : key);
  return (
    <div>
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <KeyValueList className="whitespace-pre-line" items={toKeyValues(facts, label)} />
    </div>
  );
}
