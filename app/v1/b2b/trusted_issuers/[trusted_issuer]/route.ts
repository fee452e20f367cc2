import { UpdateTrustedIssuerBody } from "@/lib/contracts/session";
import { deleteTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/delete-trusted-issuer";
import { presentTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/present-trusted-issuer";
import { updateTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/save-trusted-issuer";
import { addressedId } from "@/lib/http/addressed-id";
import { toIssuerContent } from "@/lib/http/to-issuer-content";
import { withInstallation } from "@/lib/http/with-installation";

type Params = { trusted_issuer: string };

export const PUT = withInstallation<Params, UpdateTrustedIssuerBody, unknown>(
  { permission: "trusted_issuer.manage", body: UpdateTrustedIssuerBody },
  async ({ scope, params, body }) => {
    const id = addressedId("trusted-issuer", params.trusted_issuer);
    return { trusted_issuer: presentTrustedIssuer(await updateTrustedIssuer(scope, id, toIssuerContent(body))) };
  },
);

export const DELETE = withInstallation<Params, unknown, unknown>({ permission: "trusted_issuer.manage" }, async ({ scope, params }) => {
  await deleteTrustedIssuer(scope, addressedId("trusted-issuer", params.trusted_issuer));
  return { trusted_issuer_id: params.trusted_issuer };
});
