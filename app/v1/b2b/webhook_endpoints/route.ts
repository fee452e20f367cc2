import { webhookOperations } from "@/lib/contracts/operations/webhooks";
import { withInstallation } from "@/lib/http/with-installation";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { findEndpoints } from "@/lib/webhooks/find-endpoints";
import { presentEndpoint } from "@/lib/webhooks/present-endpoint";
import { resolveOrganizations } from "@/lib/webhooks/resolve-organizations";

export const GET = withInstallation(webhookOperations.list, async ({ scope }) => ({
  webhook_endpoints: (await findEndpoints(scope)).map(presentEndpoint),
}));

export const POST = withInstallation(webhookOperations.create, async ({ scope, body }) => {
  const organizationIds = await resolveOrganizations(body.organization_ids);
  const { endpoint, secret } = await createEndpoint(scope, { url: body.url, description: body.description, eventTypes: body.event_types, organizationIds });
  return { webhook_endpoint: presentEndpoint(endpoint), secret };
});
