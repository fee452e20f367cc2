import { getTranslations } from "next-intl/server";
import { FewRoles } from "@/components/roles/few-roles";
import { RolesTable } from "@/components/roles/roles-table";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findConnectionNames } from "@/lib/directory/members/find-connection-names";
import { findRoles } from "@/lib/directory/roles/find-roles";
import { presentRoleWithUse } from "@/lib/directory/roles/present-role";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("roles"))("title") };
}

export default async function RolesPage({ params }: Props) {
  const { scope, organization, user, permissions } = await requireOrganization((await params).organization, "role.get");
  const t = await getTranslations("roles");
  const [roles, connections] = await Promise.all([findRoles(scope), findConnectionNames(scope)]);
  const base = `/organizations/${organization.slug}/connections`;
  const [only, ...others] = connections;
  const href = only && others.length === 0 ? `${base}/scim-connection-${only.id}/roles` : base;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { organization: organization.name })}
        actions={permissions.has("role_mapping.update") ? <ButtonLink href={href}>{t("mapGroups")}</ButtonLink> : null}
      />
      {permissions.has("role_mapping.update") && roles.every((role) => role.reserved) ? <FewRoles operator={user.operator} /> : null}
      <RolesTable organization={organization.slug} roles={roles.map(presentRoleWithUse)} />
    </>
  );
}
