import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { attestMemberSession } from "@/lib/http/attest-member-session";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(sessionOperations.attest, ({ scope, body }) => attestMemberSession(scope, body));
