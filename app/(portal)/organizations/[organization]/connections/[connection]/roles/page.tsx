import { getTranslations } from "next-intl/server";
import { FewRoles } from "@/components/roles/few-roles";
import { RoleMappingEditor } from "@/components/roles/role-mapping-editor";
import { RoleRollout } from "@/components/roles/role-rollout";
import { requireConnection } from "@/lib/auth/require-connection";
import { findRoleMappings } from "@/lib/directory/roles/find-role-mappings";
import { findRoleChoices } from "@/lib/directory/roles/find-role-choices";
import { readRoleRollout } from "@/lib/directory/roles/read-role-rollout";
import { presentRoleMappings } from "@/lib/directory/roles/present-role-mappings";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("roles.mapping"))("title") };
}

export default async function RoleMappingPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { scope, organization, connection, user, permissions } = await requireConnection(slug, id, "role.get");
  const [mappings, roles, rollout] = await Promise.all([findRoleMappings(scope, connection.id), findRoleChoices(scope), readRoleRollout(scope, connection.id)]);
  // Everyone has org_member: mapping it would say nothing.
  const options = roles.filter((role) => role.roleId !== "org_member").map((role) => ({ value: role.roleId, label: role.roleId, description: role.description }));
  return (
    <>
      {rollout ? <RoleRollout rollout={rollout} /> : null}
      {permissions.has("role_mapping.update") && roles.every((role) => role.reserved) ? <FewRoles operator={user.operator} /> : null}
      <RoleMappingEditor organization={organization.slug} saved={presentRoleMappings(mappings)} roles={options} canEdit={permissions.has("role_mapping.update")} />
    </>
  );
}
