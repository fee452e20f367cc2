import { AttestSessionBody } from "@/lib/contracts/session";
import { attestMemberSession } from "@/lib/http/attest-member-session";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation({ permission: "session.mint", body: AttestSessionBody }, ({ scope, body }) => attestMemberSession(scope, body));
