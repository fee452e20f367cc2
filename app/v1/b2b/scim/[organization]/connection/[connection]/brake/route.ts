import { getBrake } from "@/lib/connections/brake/get-brake";
import { presentBrake } from "@/lib/connections/brake/present-brake";
import { setBrake } from "@/lib/connections/brake/set-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { brakeOperations } from "@/lib/contracts/operations/brake";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(brakeOperations.get, async ({ scope, params }) => ({
  brake: presentBrake(await getBrake(scope, parseConnectionId(params.connection))),
}));

export const PUT = withOrganization(brakeOperations.set, async ({ scope, params, body }) => ({
  brake: presentBrake(await setBrake(scope, parseConnectionId(params.connection), body)),
}));
