import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { revokeCredential } from "@/lib/connections/sign-in-methods/revoke-credential";
import { signInMethodOperations } from "@/lib/contracts/operations/sign-in-methods";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization(signInMethodOperations.revokeCredential, async ({ scope, params }) => {
  await revokeCredential(scope, parseConnectionId(params.connection), params.credential);
  return { credential_id: params.credential };
});
