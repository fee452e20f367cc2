import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";
import { deleteEndpoint } from "@/lib/webhooks/delete-endpoint";
import { getEndpoint } from "@/lib/webhooks/find-endpoints";
import { presentEndpoint } from "@/lib/webhooks/present-endpoint";
import { toEndpointChange } from "@/lib/webhooks/to-endpoint-change";
import { updateEndpoint } from "@/lib/webhooks/update-endpoint";

export const GET = withInstallation(webhookOperations.get, async ({ scope, params }) => ({
  webhook_endpoint: presentEndpoint(await getEndpoint(scope, addressedId("webhook-endpoint", params.endpoint))),
}));

export const PUT = withInstallation(webhookOperations.update, async ({ scope, params, body }) => ({
  webhook_endpoint: presentEndpoint(await updateEndpoint(scope, addressedId("webhook-endpoint", params.endpoint), await toEndpointChange(body))),
}));

export const DELETE = withInstallation(webhookOperations.delete, async ({ scope, params }) => {
  const id = addressedId("webhook-endpoint", params.endpoint);
  await deleteEndpoint(scope, id);
  return { endpoint_id: `webhook-endpoint-${id}` };
});
