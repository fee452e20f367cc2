import { roleMappingOperations } from "@/lib/contracts/operations/roles";
import { findRoleMappings } from "@/lib/directory/roles/find-role-mappings";
import { presentRoleMappings } from "@/lib/directory/roles/present-role-mappings";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { addressedId } from "@/lib/http/addressed-id";
import { toRoleMappingInputs } from "@/lib/http/to-role-mapping-inputs";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(roleMappingOperations.get, async ({ scope, params }) =>
  presentRoleMappings(await findRoleMappings(scope, addressedId("scim-connection", params.connection))));

export const PUT = withOrganization(roleMappingOperations.set, async ({ scope, params, body }) => {
    const connectionId = addressedId("scim-connection", params.connection);
    return presentRoleMappings(await setRoleMappings(scope, { connectionId, mappings: toRoleMappingInputs(body), version: body.version }));
  });
