import { RotateSecretBody } from "@/lib/contracts/webhook";
import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";
import { rotateSecret } from "@/lib/webhooks/rotate-secret";

export const POST = withInstallation<{ endpoint: string }, RotateSecretBody, undefined>({ permission: "webhook.manage", body: RotateSecretBody }, async ({ scope, params, body }) => ({
  secret: await rotateSecret(scope, parseWireId("webhook-endpoint", params.endpoint), body.overlap_hours),
}));
