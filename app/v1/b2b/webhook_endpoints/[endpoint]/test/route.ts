import { findProjectId } from "@/lib/auth/project-id";
import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { addressedId } from "@/lib/http/addressed-id";
import { withInstallation } from "@/lib/http/with-installation";
import { sendTestEvent } from "@/lib/webhooks/send-test-event";

export const POST = withInstallation(webhookOperations.test, async ({ scope, params }) => {
  const { outcome, responseStatus, responseExcerpt, detail, durationMs } = await sendTestEvent(scope, addressedId("webhook-endpoint", params.endpoint), await findProjectId(scope));
  return { attempt: { outcome, response_status: responseStatus, response_excerpt: responseExcerpt, detail, duration_ms: durationMs } };
});
