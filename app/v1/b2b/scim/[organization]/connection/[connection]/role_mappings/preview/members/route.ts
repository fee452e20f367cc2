import { roleMappingOperations } from "@/lib/contracts/operations/roles";
import { toWireId } from "@/lib/contracts/wire-id";
import { findPreviewedPeople } from "@/lib/directory/roles/find-previewed-people";
import { addressedId } from "@/lib/http/addressed-id";
import { toRoleMappingInputs } from "@/lib/http/to-role-mapping-inputs";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(roleMappingOperations.previewMembers, async ({ scope, params, body }) => {
  const { role_id: roleId, change, search, page, limit } = body;
  const connectionId = addressedId("scim-connection", params.connection);
  const { members, total } = await findPreviewedPeople(scope, { connectionId, mappings: toRoleMappingInputs(body), roleId, change, search, offset: (page - 1) * limit, limit });
  const shown = members.map(({ id, name, email }) => ({ member_id: toWireId("member", id), name, email_address: email }));
  return { members: shown, results_metadata: { total } };
});
