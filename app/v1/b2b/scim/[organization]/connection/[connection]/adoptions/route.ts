import { decideAdoptions } from "@/lib/connections/adoption/decide-adoptions";
import { findAdoptions } from "@/lib/connections/adoption/find-adoptions";
import { presentAdoption } from "@/lib/connections/adoption/present-adoption";
import { getConnection } from "@/lib/connections/get-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { adoptionOperations } from "@/lib/contracts/operations/moves";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(adoptionOperations.list, async ({ scope, params, query }) => {
  const { id } = await getConnection(scope, parseConnectionId(params.connection));
  const { adoptions, total, nextCursor } = await findAdoptions(scope, id, query);
  return { adoptions: adoptions.map(presentAdoption), results_metadata: { total, next_cursor: nextCursor } };
});

export const POST = withOrganization(adoptionOperations.decide, async ({ scope, params, body }) => ({
  people: await decideAdoptions(scope, { connectionId: parseConnectionId(params.connection), decision: body.decision, adoptionIds: body.adoption_ids }),
}));
