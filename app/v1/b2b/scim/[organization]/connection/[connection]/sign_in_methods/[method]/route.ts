import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { disableSignInMethod } from "@/lib/connections/sign-in-methods/disable-sign-in-method";
import { enableSignInMethod } from "@/lib/connections/sign-in-methods/enable-sign-in-method";
import { parseSignInMethod } from "@/lib/connections/sign-in-methods/parse-sign-in-method";
import { presentIssuedCredential } from "@/lib/connections/sign-in-methods/present-sign-in-methods";
import { signInMethodOperations } from "@/lib/contracts/operations/sign-in-methods";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(signInMethodOperations.enable, async ({ scope, params, body }) => {
    const id = parseConnectionId(params.connection);
    return { credential: presentIssuedCredential(await enableSignInMethod(scope, id, parseSignInMethod(params.method), body.federation)) };
  });

export const DELETE = withOrganization(signInMethodOperations.disable, async ({ scope, params }) => {
  const method = parseSignInMethod(params.method);
  await disableSignInMethod(scope, parseConnectionId(params.connection), method);
  return { sign_in_method: method };
});
