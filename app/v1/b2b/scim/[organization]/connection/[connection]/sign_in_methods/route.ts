import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { getSignInMethods } from "@/lib/connections/sign-in-methods/get-sign-in-methods";
import { presentSignInMethods } from "@/lib/connections/sign-in-methods/present-sign-in-methods";
import { signInMethodOperations } from "@/lib/contracts/operations/sign-in-methods";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(signInMethodOperations.get, async ({ scope, params }) => {
  const id = parseConnectionId(params.connection);
  return { sign_in_methods: presentSignInMethods(id, await getSignInMethods(scope, id)) };
});
