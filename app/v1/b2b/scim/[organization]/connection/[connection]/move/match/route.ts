import { matchPerson } from "@/lib/connections/move/match-person";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { moveOperations } from "@/lib/contracts/operations/moves";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(moveOperations.match, async ({ scope, params, body }) => {
  await matchPerson(scope, parseConnectionId(params.connection), { registrationId: body.registration_id, memberId: addressedId("member", body.member_id) });
  return {};
});
