import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { setRedirectUris } from "@/lib/connections/sign-in-methods/set-redirect-uris";
import { signInMethodOperations } from "@/lib/contracts/operations/sign-in-methods";
import { withOrganization } from "@/lib/http/with-organization";

export const PUT = withOrganization(signInMethodOperations.setRedirectUris, async ({ scope, params, body }) => {
    await setRedirectUris(scope, parseConnectionId(params.connection), body.redirect_uris);
    return { redirect_uris: body.redirect_uris };
  });
