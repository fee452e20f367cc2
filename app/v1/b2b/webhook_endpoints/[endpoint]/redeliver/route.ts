import { RedeliverBody } from "@/lib/contracts/webhook";
import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";
import { redeliverSince } from "@/lib/webhooks/redeliver";

export const POST = withInstallation<{ endpoint: string }, RedeliverBody, undefined>({ permission: "webhook.manage", body: RedeliverBody }, async ({ scope, params, body }) => ({
  redelivered: await redeliverSince(scope, parseWireId("webhook-endpoint", params.endpoint), new Date(body.since), body.only_failed),
}));
