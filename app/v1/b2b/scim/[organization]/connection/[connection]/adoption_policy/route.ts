import { getAdoptionPolicy } from "@/lib/connections/adoption/get-adoption-policy";
import { setAdoptionPolicy } from "@/lib/connections/adoption/set-adoption-policy";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { SetAdoptionPolicyBody } from "@/lib/contracts/adoption";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

export const GET = withOrganization<Params, undefined, undefined>({ permission: "connection.get" }, async ({ scope, params }) => ({
  adoption_policy: await getAdoptionPolicy(scope, parseConnectionId(params.connection)),
}));

export const PUT = withOrganization<Params, SetAdoptionPolicyBody, undefined>({ permission: "connection.update", body: SetAdoptionPolicyBody }, async ({ scope, params, body }) => {
  await setAdoptionPolicy(scope, parseConnectionId(params.connection), body.adoption_policy);
  return { adoption_policy: body.adoption_policy };
});
