import { invitationOperations } from "@/lib/contracts/operations/organizations";
import { addressedId } from "@/lib/http/addressed-id";
import { showDelivered } from "@/lib/http/show-delivered";
import { withOrganization } from "@/lib/http/with-organization";
import { resendInvitation } from "@/lib/organizations/invitations/resend-invitation";

export const POST = withOrganization(invitationOperations.resend, async (call) => {
  const vouched = call.permissions.has("organization.create");
  return showDelivered(await resendInvitation(call.scope, addressedId("invitation", call.params.invitation), vouched));
});
