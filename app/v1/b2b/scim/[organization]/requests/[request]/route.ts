import { findCallEffects } from "@/lib/activity/find-call-effects";
import { findReplayRefusal } from "@/lib/activity/find-replay-refusal";
import { getScimRequest } from "@/lib/activity/get-scim-request";
import { presentScimRequestDetails } from "@/lib/activity/present-scim-request";
import { scimRequestOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: one call with its redacted exchange. */
export const GET = withOrganization(scimRequestOperations.get, async ({ scope, params }) => {
  const request = await getScimRequest(scope, params.request);
  const [effects, refusal] = await Promise.all([findCallEffects(scope, request.id), findReplayRefusal(scope, request)]);
  return { scim_request: presentScimRequestDetails(request, effects, refusal) };
});
