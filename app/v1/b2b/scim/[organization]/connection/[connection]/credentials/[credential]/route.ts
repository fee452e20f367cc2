import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { revokeCredential } from "@/lib/connections/sign-in-methods/revoke-credential";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string; credential: string };

export const DELETE = withOrganization<Params, undefined, undefined>({ permission: "connection.update", setupLink: true }, async ({ scope, params }) => {
  await revokeCredential(scope, parseConnectionId(params.connection), params.credential);
  return { credential_id: params.credential };
});
