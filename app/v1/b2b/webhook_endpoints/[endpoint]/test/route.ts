import { findProjectId } from "@/lib/auth/project-id";
import { parseWireId } from "@/lib/http/parse-wire-id";
import { withInstallation } from "@/lib/http/with-installation";
import { sendTestEvent } from "@/lib/webhooks/send-test-event";

export const POST = withInstallation<{ endpoint: string }, undefined, undefined>({ permission: "webhook.manage" }, async ({ scope, params }) => {
  const { outcome, responseStatus, responseExcerpt, detail, durationMs } = await sendTestEvent(scope, parseWireId("webhook-endpoint", params.endpoint), await findProjectId(scope));
  return { attempt: { outcome, response_status: responseStatus, response_excerpt: responseExcerpt, detail, duration_ms: durationMs } };
});
