import { decideDepartures } from "@/lib/connections/brake/decide-departures";
import { parseBrakeCaseId } from "@/lib/connections/brake/parse-brake-case-id";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import type { DecideDeparturesBody } from "@/lib/contracts/brake";
import type { OrganizationScope } from "@/lib/scope";

type Call = { scope: OrganizationScope; params: { connection: string; case: string }; body: DecideDeparturesBody };

/** Undoes or releases departures of a brake's case: the case as it is then, and how many people it was about. */
export async function decideByApi({ scope, params, body }: Call, decision: "undo" | "release") {
  const { brakeCase, people } = await decideDepartures(scope, {
    connectionId: parseConnectionId(params.connection),
    caseId: parseBrakeCaseId(params.case),
    decision,
    departureIds: body.departure_ids,
    includeEarlier: body.include_earlier,
  });
  return { brake_case: presentBrakeCase(brakeCase), people };
}
