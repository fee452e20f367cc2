import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";
import { redeliver } from "@/lib/webhooks/redeliver";

export const POST = withInstallation<{ endpoint: string; delivery: string }, undefined, undefined>({ permission: "webhook.manage" }, async ({ scope, params }) => {
  const id = parseWireId("delivery", params.delivery);
  await redeliver(scope, parseWireId("webhook-endpoint", params.endpoint), id);
  return { delivery_id: `delivery-${id}` };
});
