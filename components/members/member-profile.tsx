import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { type Fact, groupAttributes, toKeyValues } from "./profile-facts";

type Props = {
  attributes: Record<string, unknown> | undefined;
  /** The member behind the manager's SCIM id, if it is one. */
  manager: { id: string; name: string } | null;
  organization: string;
  /** Names that admins gave to schemas, by lower-case URN. */
  schemaNames: ReadonlyMap<string, string>;
};

/** What the IdP says of a person: standard, work and custom attributes. */
export function MemberProfile({ attributes, manager, organization, schemaNames }: Props) {
  const t = useTranslations("members.profile");
  const words = useTranslations("members.profile.words");
  const profile = groupAttributes(attributes ?? {}, (word) => (words.has(word.toLowerCase() as "work") ? words(word.toLowerCase() as "work") : word));
  const managerLink = manager ? (
    <Link className="text-accent-text hover:underline" href={`/organizations/${organization}/members/member-${manager.id}`}>
      {manager.name}
    </Link>
  ) : null;
  const parts = (["standard", "enterprise", "custom"] as const).filter((part) => profile[part].length > 0);
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody className="flex flex-col gap-5">
        {parts.length === 0 && profile.extensions.length === 0 ? <p className="text-sm text-muted">{t("empty")}</p> : null}
        {parts.map((part) => (
          <Facts key={part} title={t(part)} facts={profile[part]} manager={managerLink} />
        ))}
        {profile.extensions.map(({ urn, facts }) => (
          <Extension key={urn} name={schemaNames.get(urn.toLowerCase()) ?? t("custom")} urn={urn} facts={facts} />
        ))}
      </CardBody>
    </Card>
  );
}

/** Attributes of a schema that is not of the standard, by the names that it gives them. */
function Extension({ name, urn, facts }: { name: string; urn: string; facts: readonly Fact[] }) {
  return (
    <div>
      <h3 className="text-xs font-medium text-muted">
        {name} <code className="ml-1 font-mono font-normal break-all">{urn}</code>
      </h3>
      <KeyValueList className="whitespace-pre-line" items={toKeyValues(facts, (key) => key)} />
    </div>
  );
}

function Facts({ title, facts, manager }: { title: string; facts: readonly Fact[]; manager: ReactNode }) {
  const t = useTranslations("members.profile.attributes");
  const label = (key: string) => (t.has(key as "title") ? t(key as "title") : key);
  const items = toKeyValues(facts, label).map((item) => (item.key === "manager" && manager ? { ...item, value: manager } : item));
  return (
    <div>
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <KeyValueList className="whitespace-pre-line" items={items} />
    </div>
  );
}
