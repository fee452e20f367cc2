import { resolveMember } from "@/lib/directory/members/resolve-member";
import { revokeSession } from "@/lib/directory/sessions/revoke-sessions";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization<{ member: string; session: string }, unknown, unknown>({ permission: "session.revoke" }, async ({ scope, params }) => {
  await revokeSession(scope, addressedId("member-session", params.session), await resolveMember(scope, params.member));
  return { member_session_id: params.session };
});
