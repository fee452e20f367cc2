import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { setRedirectUris } from "@/lib/connections/sign-in-methods/set-redirect-uris";
import { RedirectUrisBody } from "@/lib/contracts/sign-in-method";
import { withOrganization } from "@/lib/http/with-organization";

export const PUT = withOrganization<{ connection: string }, RedirectUrisBody, undefined>(
  { permission: "connection.update", setupLink: true, body: RedirectUrisBody },
  async ({ scope, params, body }) => {
    await setRedirectUris(scope, parseConnectionId(params.connection), body.redirect_uris);
    return { redirect_uris: body.redirect_uris };
  },
);
