import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { revokeSession } from "@/lib/directory/sessions/revoke-sessions";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization(sessionOperations.revokeOne, async ({ scope, params }) => {
  await revokeSession(scope, addressedId("member-session", params.session), await resolveMember(scope, params.member));
  return { member_session_id: params.session };
});
