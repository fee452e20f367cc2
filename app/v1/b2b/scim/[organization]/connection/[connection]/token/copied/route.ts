import { confirmTokenCopied } from "@/lib/connections/confirm-token-copied";
import { describeConnection } from "@/lib/connections/describe-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

export const POST = withOrganization<Params, undefined, undefined>({ permission: "connection.update", setupLink: true }, async ({ scope, params }) => {
  const connection = await confirmTokenCopied(scope, parseConnectionId(params.connection));
  return { connection: await describeConnection(scope, connection) };
});
