import { parseWireId } from "@/lib/http/parse-wire-id";
import { showDelivered } from "@/lib/http/show-delivered";
import { withOrganization } from "@/lib/http/with-organization";
import { resendInvitation } from "@/lib/organizations/invitations/resend-invitation";

export const POST = withOrganization<{ invitation: string }, undefined, undefined>({ permission: "member.create" }, async (call) => {
  const vouched = call.permissions.has("organization.create");
  return showDelivered(await resendInvitation(call.scope, parseWireId("invitation", call.params.invitation), vouched));
});
