import { createConnection } from "@/lib/connections/create-connection";
import { findDefaultConnection } from "@/lib/connections/find-default-connection";
import { describeConnection } from "@/lib/connections/describe-connection";
import { presentConnectionWithToken } from "@/lib/connections/present-connection";
import { CreateConnectionBody } from "@/lib/contracts/connection";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization({ permission: "connection.get" }, async ({ scope }) => {
  const connection = await findDefaultConnection(scope);
  return connection ? { connection: await describeConnection(scope, connection) } : {};
});

export const POST = withOrganization({ permission: "connection.create", setupLink: true, body: CreateConnectionBody }, async ({ scope, body }) => {
  const made = await createConnection(scope, { displayName: body.display_name, identityProvider: body.identity_provider, tokenDays: body.token_expires_in_days });
  return { connection: presentConnectionWithToken(made.connection, [], made.bearerToken) };
});
