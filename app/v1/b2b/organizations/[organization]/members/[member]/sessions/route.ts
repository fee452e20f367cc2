import { SessionsQuery } from "@/lib/contracts/session";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { revokeMemberSessions } from "@/lib/directory/sessions/revoke-sessions";
import { listMemberSessions } from "@/lib/http/list-member-sessions";
import { withOrganization } from "@/lib/http/with-organization";

const Query = SessionsQuery.pick({ include_ended: true });
type Params = { member: string };

export const GET = withOrganization<Params, unknown, Pick<SessionsQuery, "include_ended">>({ permission: "session.get", query: Query }, ({ scope, params, query }) =>
  listMemberSessions(scope, params.member, query),
);

export const DELETE = withOrganization<Params, unknown, unknown>({ permission: "session.revoke" }, async ({ scope, params }) => ({
  ended_sessions: await revokeMemberSessions(scope, await resolveMember(scope, params.member)),
}));
