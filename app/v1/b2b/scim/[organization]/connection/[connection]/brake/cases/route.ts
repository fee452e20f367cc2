import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { getConnection } from "@/lib/connections/get-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { brakeOperations } from "@/lib/contracts/operations/brake";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(brakeOperations.cases, async ({ scope, params }) => {
  const { id } = await getConnection(scope, parseConnectionId(params.connection));
  return { brake_cases: (await findBrakeCases(scope, { connectionId: id })).map(presentBrakeCase) };
});
