import { scimRequestOperations } from "@/lib/contracts/operations/connections";
import { replayScimRequest } from "@/lib/http/scim-replay";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: repeats a failed call; first a trial run that changes nothing, then for good. */
export const POST = withOrganization(scimRequestOperations.replay, async ({ scope, params, body }) => ({
  replay: await replayScimRequest(scope, params.request, body),
}));
