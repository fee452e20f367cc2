import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { listMemberSessions } from "@/lib/http/list-member-sessions";
import { mintMemberSession } from "@/lib/http/mint-member-session";
import { openOrganization } from "@/lib/http/open-organization";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(sessionOperations.get, async ({ scope, query }) =>
  listMemberSessions(await openOrganization(scope, query.organization_id), query.member_id, query));

export const POST = withInstallation(sessionOperations.mint, ({ scope, body }) => mintMemberSession(scope, body));
