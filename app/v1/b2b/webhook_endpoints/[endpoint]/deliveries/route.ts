import { DeliveriesQuery } from "@/lib/contracts/webhook";
import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";
import { findDeliveries } from "@/lib/webhooks/find-deliveries";
import { presentDelivery } from "@/lib/webhooks/present-endpoint";

export const GET = withInstallation<{ endpoint: string }, undefined, DeliveriesQuery>({ permission: "webhook.manage", query: DeliveriesQuery }, async ({ scope, params, query }) => {
  const { deliveries, nextCursor } = await findDeliveries(scope, parseWireId("webhook-endpoint", params.endpoint), query);
  return { deliveries: deliveries.map(presentDelivery), next_cursor: nextCursor };
});
