import { trustedIssuerOperations } from "@/lib/contracts/operations/sessions";
import { deleteTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/delete-trusted-issuer";
import { presentTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/present-trusted-issuer";
import { updateTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/save-trusted-issuer";
import { addressedId } from "@/lib/http/addressed-id";
import { toIssuerContent } from "@/lib/http/to-issuer-content";
import { withInstallation } from "@/lib/http/with-installation";

export const PUT = withInstallation(trustedIssuerOperations.update, async ({ scope, params, body }) => {
    const id = addressedId("trusted-issuer", params.trusted_issuer);
    return { trusted_issuer: presentTrustedIssuer(await updateTrustedIssuer(scope, id, toIssuerContent(body))) };
  });

export const DELETE = withInstallation(trustedIssuerOperations.delete, async ({ scope, params }) => {
  await deleteTrustedIssuer(scope, addressedId("trusted-issuer", params.trusted_issuer));
  return { trusted_issuer_id: params.trusted_issuer };
});
