import { decideAuthorization } from "@/lib/auth/oauth/decide-authorization";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { getSignInMethods } from "@/lib/connections/sign-in-methods/get-sign-in-methods";
import { signInMethodOperations } from "@/lib/contracts/operations/sign-in-methods";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: the consent page's decision. Reading the methods first answers 404 for another tenant's connection. */
export const POST = withOrganization(signInMethodOperations.decide, async ({ scope, params, body }) => {
    const id = parseConnectionId(params.connection);
    await getSignInMethods(scope, id);
    return { redirect_to: await decideAuthorization(scope, id, body) };
  });
