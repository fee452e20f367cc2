import { signingKeyOperations } from "@/lib/contracts/operations/sessions";
import { findSigningKeys } from "@/lib/directory/sessions/signing-keys/find-signing-keys";
import { presentSigningKey } from "@/lib/directory/sessions/signing-keys/present-signing-key";
import { rotateSigningKey } from "@/lib/directory/sessions/signing-keys/rotate-signing-key";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(signingKeyOperations.rotate, async ({ scope, body }) => {
  await rotateSigningKey(scope, body);
  return { signing_keys: (await findSigningKeys(scope)).map(presentSigningKey) };
});
