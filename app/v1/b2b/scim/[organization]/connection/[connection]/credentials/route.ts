import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { addCredential } from "@/lib/connections/sign-in-methods/add-credential";
import { presentIssuedCredential } from "@/lib/connections/sign-in-methods/present-sign-in-methods";
import { signInMethodOperations } from "@/lib/contracts/operations/sign-in-methods";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(signInMethodOperations.addCredential, async ({ scope, params, body }) => ({
    credential: presentIssuedCredential(await addCredential(scope, parseConnectionId(params.connection), body.kind)),
  }));
