import { AuthenticateSessionBody } from "@/lib/contracts/session";
import { authenticateMemberSession } from "@/lib/http/authenticate-member-session";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation({ permission: "session.authenticate", body: AuthenticateSessionBody }, ({ scope, body }) =>
  authenticateMemberSession(scope, body),
);
