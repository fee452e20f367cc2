import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";
import { redeliverSince } from "@/lib/webhooks/redeliver";

export const POST = withInstallation(webhookOperations.redeliverSince, async ({ scope, params, body }) => ({
  redelivered: await redeliverSince(scope, addressedId("webhook-endpoint", params.endpoint), new Date(body.since), body.only_failed),
}));
