import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { AcceptInvitationBody } from "@/lib/contracts/invitation";
import { withPublic } from "@/lib/http/with-public";

export const POST = withPublic({ body: AcceptInvitationBody }, async ({ body, user, remoteAddress }) => {
  const { token, name = "", password } = body;
  const newAccount = password === undefined ? null : { name, password };
  const accepted = await acceptInvitation({ token, newAccount, user, remoteAddress });
  return { email_address: accepted.email, organization_slug: accepted.organizationSlug };
});
