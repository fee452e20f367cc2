import { RevokeSessionBody } from "@/lib/contracts/session";
import { revokeMemberSession } from "@/lib/http/revoke-member-session";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation({ permission: "session.revoke", body: RevokeSessionBody }, ({ scope, body }) => revokeMemberSession(scope, body));
