import { getScimRequest } from "@/lib/activity/get-scim-request";
import { presentScimRequestDetails } from "@/lib/activity/present-scim-request";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { request: string };

/** Ours: one call with its redacted exchange. */
export const GET = withOrganization<Params, undefined, undefined>({ permission: "activity.get", setupLink: true }, async ({ scope, params }) => ({
  scim_request: presentScimRequestDetails(await getScimRequest(scope, params.request)),
}));
