import { roleMappingOperations } from "@/lib/contracts/operations/roles";
import { presentRoleMappingPreview } from "@/lib/directory/roles/present-role-mapping-preview";
import { previewRoleMappings } from "@/lib/directory/roles/preview-role-mappings";
import { addressedId } from "@/lib/http/addressed-id";
import { toRoleMappingInputs } from "@/lib/http/to-role-mapping-inputs";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(roleMappingOperations.preview, async ({ scope, params, body }) => {
    const connectionId = addressedId("scim-connection", params.connection);
    return presentRoleMappingPreview(await previewRoleMappings(scope, { connectionId, mappings: toRoleMappingInputs(body), version: body.version }));
  });
