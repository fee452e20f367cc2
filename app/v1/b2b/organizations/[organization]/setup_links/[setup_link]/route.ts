import { setupLinkOperations } from "@/lib/contracts/operations/setup-links";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";
import { getSetupLink } from "@/lib/organizations/setup-links/get-setup-link";
import { revokeSetupLink } from "@/lib/organizations/setup-links/revoke-setup-link";

export const GET = withOrganization(setupLinkOperations.get, async ({ scope, params }) => ({
  setup_link: await getSetupLink(scope, addressedId("setup-link", params.setup_link)),
}));

export const DELETE = withOrganization(setupLinkOperations.revoke, async ({ scope, params }) => {
  const id = addressedId("setup-link", params.setup_link);
  await revokeSetupLink(scope, id);
  return { setup_link_id: `setup-link-${id}` };
});
