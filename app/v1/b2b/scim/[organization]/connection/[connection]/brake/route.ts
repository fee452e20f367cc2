import { getBrake } from "@/lib/connections/brake/get-brake";
import { presentBrake } from "@/lib/connections/brake/present-brake";
import { setBrake } from "@/lib/connections/brake/set-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { SetBrakeBody } from "@/lib/contracts/brake";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

export const GET = withOrganization<Params, undefined, undefined>({ permission: "connection.get" }, async ({ scope, params }) => ({
  brake: presentBrake(await getBrake(scope, parseConnectionId(params.connection))),
}));

export const PUT = withOrganization<Params, SetBrakeBody, undefined>({ permission: "connection.update", body: SetBrakeBody }, async ({ scope, params, body }) => ({
  brake: presentBrake(await setBrake(scope, parseConnectionId(params.connection), body)),
}));
