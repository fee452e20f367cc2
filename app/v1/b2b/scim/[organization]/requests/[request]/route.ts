import { getScimRequest } from "@/lib/activity/get-scim-request";
import { presentScimRequestDetails } from "@/lib/activity/present-scim-request";
import { scimRequestOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: one call with its redacted exchange. */
export const GET = withOrganization(scimRequestOperations.get, async ({ scope, params }) => ({
  scim_request: presentScimRequestDetails(await getScimRequest(scope, params.request)),
}));
