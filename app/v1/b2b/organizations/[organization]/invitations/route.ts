import { invitationOperations } from "@/lib/contracts/operations/organizations";
import { showDelivered } from "@/lib/http/show-delivered";
import { withOrganization } from "@/lib/http/with-organization";
import { createInvitation } from "@/lib/organizations/invitations/create-invitation";
import { findInvitations } from "@/lib/organizations/invitations/find-invitations";

export const GET = withOrganization(invitationOperations.list, async ({ scope }) => ({ invitations: await findInvitations(scope) }));

export const POST = withOrganization(invitationOperations.create, async ({ scope, body, permissions }) => {
  const vouched = permissions.has("organization.create");
  return showDelivered(await createInvitation(scope, { email: body.email_address, name: body.name, vouched }));
});
