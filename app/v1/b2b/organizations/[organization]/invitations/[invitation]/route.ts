import { invitationOperations } from "@/lib/contracts/operations/organizations";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";
import { revokeInvitation } from "@/lib/organizations/invitations/revoke-invitation";

export const DELETE = withOrganization(invitationOperations.revoke, async ({ scope, params }) => {
  const id = addressedId("invitation", params.invitation);
  await revokeInvitation(scope, id);
  return { invitation_id: `invitation-${id}` };
});
