import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { authenticateMemberSession } from "@/lib/http/authenticate-member-session";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(sessionOperations.authenticate, ({ scope, body }) =>
  authenticateMemberSession(scope, body));
