import { useTranslations } from "next-intl";
import { Card, CardBody } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { KeyValueList } from "@/components/ui/key-value-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";

export type OrganizationFactsProps = { organization: { id: string; slug: string; externalId: string | null; createdAt: Date } };

/** The names by which programs know an organization. */
export function OrganizationFacts({ organization }: OrganizationFactsProps) {
  const t = useTranslations("operator.facts");
  const { id, slug, externalId, createdAt } = organization;
  const items = [
    { key: "id", label: t("id"), value: <Copyable name={t("id")} value={`organization-${id}`} /> },
    { key: "slug", label: t("slug"), value: <Copyable name={t("slug")} value={slug} /> },
    { key: "external", label: t("externalId"), value: externalId ? <Copyable name={t("externalId")} value={externalId} /> : null },
    { key: "created", label: t("created"), value: <RelativeTime at={createdAt} /> },
  ];
  return (
    <Section title={t("title")}>
      <Card>
        <CardBody className="pt-2 pb-2">
          <KeyValueList items={items} />
        </CardBody>
      </Card>
    </Section>
  );
}

function Copyable({ name, value }: { name: string; value: string }) {
  const t = useTranslations("common");
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{value}</code>
      <CopyButton iconOnly variant="quiet" value={value} label={t("copyNamed", { name })} />
    </span>
  );
}
