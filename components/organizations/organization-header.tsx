import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { StatusBadge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { OrganizationActions } from "./organization-actions";

export type OrganizationHeaderProps = {
  organization: { name: string; slug: string; status: "active" | "suspended"; logoUrl: string | null; brandColor: string | null };
};

/** Names the organization, says whether it is suspended, and offers what an operator can do to it. */
export function OrganizationHeader({ organization }: OrganizationHeaderProps) {
  const t = useTranslations("operator");
  const { name, slug, status } = organization;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: t("organizations.title"), href: "/operator/organizations" }, { label: name }]} />}
        leading={<Avatar name={name} imageUrl={organization.logoUrl} color={organization.brandColor} shape="square" size="md" />}
        title={name}
        badge={<StatusBadge tone={status === "active" ? "success" : "warning"}>{t(`organizations.statuses.${status}`)}</StatusBadge>}
        actions={
          <>
            <ButtonLink href={`/organizations/${slug}`}>
              <ExternalLink aria-hidden />
              {t("organization.openPortal")}
            </ButtonLink>
            <OrganizationActions name={name} slug={slug} status={status} />
          </>
        }
      />
      {status === "suspended" ? (
        <Callout tone="warning" title={t("organization.suspendedTitle")}>
          {t("organization.suspendedDescription")}
        </Callout>
      ) : null}
    </>
  );
}
