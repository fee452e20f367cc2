import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";
import { rotateSecret } from "@/lib/webhooks/rotate-secret";

export const POST = withInstallation(webhookOperations.rotateSecret, async ({ scope, params, body }) => ({
  secret: await rotateSecret(scope, addressedId("webhook-endpoint", params.endpoint), body.overlap_hours),
}));
