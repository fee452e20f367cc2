import { findDepartures } from "@/lib/connections/brake/find-departures";
import { getBrakeCase } from "@/lib/connections/brake/get-brake-case";
import { parseBrakeCaseId } from "@/lib/connections/brake/parse-brake-case-id";
import { presentDeparture } from "@/lib/connections/brake/present-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { DeparturesQuery } from "@/lib/contracts/brake";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string; case: string };

export const GET = withOrganization<Params, undefined, DeparturesQuery>({ permission: "member.get", query: DeparturesQuery }, async ({ scope, params, query }) => {
  const { id } = await getBrakeCase(scope, parseConnectionId(params.connection), parseBrakeCaseId(params.case));
  const { departures, total } = await findDepartures(scope, id, query);
  return { departures: departures.map(presentDeparture), results_metadata: { total } };
});
