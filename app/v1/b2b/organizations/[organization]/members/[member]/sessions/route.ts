import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { revokeMemberSessions } from "@/lib/directory/sessions/revoke-sessions";
import { listMemberSessions } from "@/lib/http/list-member-sessions";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(sessionOperations.listOfMember, ({ scope, params, query }) =>
  listMemberSessions(scope, params.member, query));

export const DELETE = withOrganization(sessionOperations.revokeAll, async ({ scope, params }) => ({
  ended_sessions: await revokeMemberSessions(scope, await resolveMember(scope, params.member)),
}));
