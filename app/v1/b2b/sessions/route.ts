import { MintSessionBody, SessionsQuery } from "@/lib/contracts/session";
import { listMemberSessions } from "@/lib/http/list-member-sessions";
import { mintMemberSession } from "@/lib/http/mint-member-session";
import { openOrganization } from "@/lib/http/open-organization";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation({ permission: "session.get", query: SessionsQuery }, async ({ scope, query }) =>
  listMemberSessions(await openOrganization(scope, query.organization_id), query.member_id, query),
);

export const POST = withInstallation({ permission: "session.mint", body: MintSessionBody }, ({ scope, body }) => mintMemberSession(scope, body));
