import { signingKeyOperations } from "@/lib/contracts/operations/sessions";
import { withdrawSigningKey } from "@/lib/directory/sessions/signing-keys/withdraw-signing-key";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(signingKeyOperations.withdraw, async ({ scope, params }) => {
  await withdrawSigningKey(scope, addressedId("signing-key", params.key));
  return { key_id: params.key };
});
