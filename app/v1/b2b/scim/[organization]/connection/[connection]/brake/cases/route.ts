import { listBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { getConnection } from "@/lib/connections/get-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { brakeOperations } from "@/lib/contracts/operations/brake";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(brakeOperations.cases, async ({ scope, params, query }) => {
  const { id } = await getConnection(scope, parseConnectionId(params.connection));
  const { cases, nextCursor } = await listBrakeCases(scope, id, { ...query, offset: 0 });
  return { brake_cases: cases.map(presentBrakeCase), next_cursor: nextCursor };
});
