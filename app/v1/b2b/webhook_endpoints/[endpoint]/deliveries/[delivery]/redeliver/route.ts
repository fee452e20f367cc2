import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";
import { redeliver } from "@/lib/webhooks/redeliver";

export const POST = withInstallation(webhookOperations.redeliver, async ({ scope, params }) => {
  const id = addressedId("delivery", params.delivery);
  await redeliver(scope, addressedId("webhook-endpoint", params.endpoint), id);
  return { delivery_id: `delivery-${id}` };
});
