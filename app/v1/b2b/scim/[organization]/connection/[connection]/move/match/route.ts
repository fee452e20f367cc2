import { matchPerson } from "@/lib/connections/move/match-person";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { MatchMoveBody } from "@/lib/contracts/move";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization<{ connection: string }, MatchMoveBody, undefined>({ permission: "member.update", body: MatchMoveBody }, async ({ scope, params, body }) => {
  await matchPerson(scope, parseConnectionId(params.connection), { registrationId: body.registration_id, memberId: addressedId("member", body.member_id) });
  return {};
});
