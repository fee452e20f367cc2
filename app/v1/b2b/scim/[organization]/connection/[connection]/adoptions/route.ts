import { decideAdoptions } from "@/lib/connections/adoption/decide-adoptions";
import { findAdoptions } from "@/lib/connections/adoption/find-adoptions";
import { presentAdoption } from "@/lib/connections/adoption/present-adoption";
import { getConnection } from "@/lib/connections/get-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { AdoptionsQuery, DecideAdoptionsBody } from "@/lib/contracts/adoption";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

export const GET = withOrganization<Params, undefined, AdoptionsQuery>({ permission: "member.get", query: AdoptionsQuery }, async ({ scope, params, query }) => {
  const { id } = await getConnection(scope, parseConnectionId(params.connection));
  const { adoptions, total } = await findAdoptions(scope, id, query);
  return { adoptions: adoptions.map(presentAdoption), results_metadata: { total } };
});

export const POST = withOrganization<Params, DecideAdoptionsBody, undefined>({ permission: "member.update", body: DecideAdoptionsBody }, async ({ scope, params, body }) => ({
  people: await decideAdoptions(scope, { connectionId: parseConnectionId(params.connection), decision: body.decision, adoptionIds: body.adoption_ids }),
}));
