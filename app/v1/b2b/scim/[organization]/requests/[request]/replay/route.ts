import { ReplayBody } from "@/lib/contracts/activity";
import { replayScimRequest } from "@/lib/http/scim-replay";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: repeats a failed call; first a trial run that changes nothing, then for good. */
export const POST = withOrganization<{ request: string }, ReplayBody, undefined>({ permission: "connection.update", body: ReplayBody }, async ({ scope, params, body }) => ({
  replay: await replayScimRequest(scope, params.request, body),
}));
