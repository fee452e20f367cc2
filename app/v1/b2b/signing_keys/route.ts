import { signingKeyOperations } from "@/lib/contracts/operations/sessions";
import { findSigningKeys } from "@/lib/directory/sessions/signing-keys/find-signing-keys";
import { presentSigningKey } from "@/lib/directory/sessions/signing-keys/present-signing-key";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(signingKeyOperations.list, async ({ scope }) => ({
  signing_keys: (await findSigningKeys(scope)).map(presentSigningKey),
}));
