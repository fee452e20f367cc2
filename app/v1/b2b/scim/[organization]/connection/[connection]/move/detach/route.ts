import { detachPerson } from "@/lib/connections/move/detach-person";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { moveOperations } from "@/lib/contracts/operations/moves";
import { toWireId } from "@/lib/contracts/wire-id";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(moveOperations.detach, async ({ scope, params, body }) => {
  const { memberId, registrationId } = await detachPerson(scope, parseConnectionId(params.connection), addressedId("member", body.member_id));
  return { member_id: toWireId("member", memberId), registration_id: registrationId };
});
