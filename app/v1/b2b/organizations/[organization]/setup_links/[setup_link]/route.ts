import { parseWireId } from "@/lib/http/parse-wire-id";
import { withOrganization } from "@/lib/http/with-organization";
import { getSetupLink } from "@/lib/organizations/setup-links/get-setup-link";
import { revokeSetupLink } from "@/lib/organizations/setup-links/revoke-setup-link";

type Params = { setup_link: string };

export const GET = withOrganization<Params, undefined, undefined>({ permission: "connection.create" }, async ({ scope, params }) => ({
  setup_link: await getSetupLink(scope, parseWireId("setup-link", params.setup_link)),
}));

export const DELETE = withOrganization<Params, undefined, undefined>({ permission: "connection.create" }, async ({ scope, params }) => {
  const id = parseWireId("setup-link", params.setup_link);
  await revokeSetupLink(scope, id);
  return { setup_link_id: `setup-link-${id}` };
});
