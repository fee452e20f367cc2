import { findDepartures } from "@/lib/connections/brake/find-departures";
import { getBrakeCase } from "@/lib/connections/brake/get-brake-case";
import { parseBrakeCaseId } from "@/lib/connections/brake/parse-brake-case-id";
import { presentDeparture } from "@/lib/connections/brake/present-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { brakeOperations } from "@/lib/contracts/operations/brake";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(brakeOperations.departures, async ({ scope, params, query }) => {
  const { id } = await getBrakeCase(scope, parseConnectionId(params.connection), parseBrakeCaseId(params.case));
  const { departures, total, nextCursor } = await findDepartures(scope, id, query);
  return { departures: departures.map(presentDeparture), results_metadata: { total, next_cursor: nextCursor } };
});
