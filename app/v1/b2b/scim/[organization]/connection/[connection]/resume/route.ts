import { describeConnection } from "@/lib/connections/describe-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { resumeConnection } from "@/lib/connections/resume-connection";
import { connectionOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(connectionOperations.resume, async ({ scope, params }) => {
  const connection = await resumeConnection(scope, parseConnectionId(params.connection));
  return { connection: await describeConnection(scope, connection) };
});
