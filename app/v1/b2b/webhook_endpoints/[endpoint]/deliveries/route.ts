import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";
import { findDeliveries } from "@/lib/webhooks/find-deliveries";
import { presentDelivery } from "@/lib/webhooks/present-endpoint";

export const GET = withInstallation(webhookOperations.deliveries, async ({ scope, params, query }) => {
  const { deliveries, nextCursor } = await findDeliveries(scope, addressedId("webhook-endpoint", params.endpoint), query);
  return { deliveries: deliveries.map(presentDelivery), next_cursor: nextCursor };
});
