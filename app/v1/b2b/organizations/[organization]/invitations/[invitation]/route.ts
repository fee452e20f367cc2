import { parseWireId } from "@/lib/http/parse-wire-id";
import { withOrganization } from "@/lib/http/with-organization";
import { revokeInvitation } from "@/lib/organizations/invitations/revoke-invitation";

export const DELETE = withOrganization<{ invitation: string }, undefined, undefined>({ permission: "member.delete" }, async ({ scope, params }) => {
  const id = parseWireId("invitation", params.invitation);
  await revokeInvitation(scope, id);
  return { invitation_id: `invitation-${id}` };
});
