import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { addCredential } from "@/lib/connections/sign-in-methods/add-credential";
import { presentIssuedCredential } from "@/lib/connections/sign-in-methods/present-sign-in-methods";
import { AddCredentialBody } from "@/lib/contracts/sign-in-method";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization<{ connection: string }, AddCredentialBody, undefined>(
  { permission: "connection.update", setupLink: true, body: AddCredentialBody },
  async ({ scope, params, body }) => ({
    credential: presentIssuedCredential(await addCredential(scope, parseConnectionId(params.connection), body.kind)),
  }),
);
