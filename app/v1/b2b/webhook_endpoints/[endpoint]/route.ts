import { UpdateEndpointBody } from "@/lib/contracts/webhook";
import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";
import { deleteEndpoint } from "@/lib/webhooks/delete-endpoint";
import { getEndpoint } from "@/lib/webhooks/find-endpoints";
import { presentEndpoint } from "@/lib/webhooks/present-endpoint";
import { toEndpointChange } from "@/lib/webhooks/to-endpoint-change";
import { updateEndpoint } from "@/lib/webhooks/update-endpoint";

type Params = { endpoint: string };

export const GET = withInstallation<Params, undefined, undefined>({ permission: "webhook.manage" }, async ({ scope, params }) => ({
  webhook_endpoint: presentEndpoint(await getEndpoint(scope, parseWireId("webhook-endpoint", params.endpoint))),
}));

export const PUT = withInstallation<Params, UpdateEndpointBody, undefined>({ permission: "webhook.manage", body: UpdateEndpointBody }, async ({ scope, params, body }) => ({
  webhook_endpoint: presentEndpoint(await updateEndpoint(scope, parseWireId("webhook-endpoint", params.endpoint), await toEndpointChange(body))),
}));

export const DELETE = withInstallation<Params, undefined, undefined>({ permission: "webhook.manage" }, async ({ scope, params }) => {
  const id = parseWireId("webhook-endpoint", params.endpoint);
  await deleteEndpoint(scope, id);
  return { endpoint_id: `webhook-endpoint-${id}` };
});
