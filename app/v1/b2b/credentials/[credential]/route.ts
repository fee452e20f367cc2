import { revokeCredential } from "@/lib/auth/revoke-credential";
import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";

export const DELETE = withInstallation<{ credential: string }, undefined, undefined>({ permission: "credential.manage" }, async (call) => {
  const id = parseWireId("credential", call.params.credential);
  await revokeCredential(call.scope, id);
  return { credential_id: `credential-${id}` };
});
