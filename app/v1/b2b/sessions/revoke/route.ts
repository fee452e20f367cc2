import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { revokeMemberSession } from "@/lib/http/revoke-member-session";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(sessionOperations.revoke, ({ scope, body, caller }) => revokeMemberSession(scope, body, caller));
