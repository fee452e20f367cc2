import { createConnection } from "@/lib/connections/create-connection";
import { describeConnection } from "@/lib/connections/describe-connection";
import { findDefaultConnection } from "@/lib/connections/find-default-connection";
import { presentConnectionWithToken } from "@/lib/connections/present-connection";
import { readTokenEnd } from "@/lib/connections/read-token-end";
import { connectionOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(connectionOperations.get, async ({ scope }) => {
  const connection = await findDefaultConnection(scope);
  return connection ? { connection: await describeConnection(scope, connection) } : {};
});

export const POST = withOrganization(connectionOperations.create, async ({ scope, body }) => {
  const made = await createConnection(scope, { displayName: body.display_name, identityProvider: body.identity_provider, tokenEndsAt: readTokenEnd(body) });
  return { connection: presentConnectionWithToken(made.connection, [], made.bearerToken) };
});
