import { getAdoptionPolicy } from "@/lib/connections/adoption/get-adoption-policy";
import { setAdoptionPolicy } from "@/lib/connections/adoption/set-adoption-policy";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { adoptionOperations } from "@/lib/contracts/operations/moves";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(adoptionOperations.policy, async ({ scope, params }) => ({
  adoption_policy: await getAdoptionPolicy(scope, parseConnectionId(params.connection)),
}));

export const PUT = withOrganization(adoptionOperations.setPolicy, async ({ scope, params, body }) => {
  await setAdoptionPolicy(scope, parseConnectionId(params.connection), body.adoption_policy);
  return { adoption_policy: body.adoption_policy };
});
