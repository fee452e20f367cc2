import { revokeCredential } from "@/lib/auth/revoke-credential";
import { credentialOperations } from "@/lib/contracts/operations/installation";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";

export const DELETE = withInstallation(credentialOperations.revoke, async (call) => {
  const id = addressedId("credential", call.params.credential);
  await revokeCredential(call.scope, id);
  return { credential_id: `credential-${id}` };
});
