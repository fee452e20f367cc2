import type { z } from "zod";
import type { DeliveredInvitation as DeliveredWire } from "@/lib/contracts/invitation";
import type { DeliveredInvitation } from "@/lib/organizations/invitations/deliver-invitation";

/** A fresh invitation on the wire. `invitation_url` is there for those who may hand it over, and only now. */
export function showDelivered(invitation: DeliveredInvitation): z.infer<typeof DeliveredWire> {
  return {
    invitation_id: `invitation-${invitation.id}`,
    member_id: `member-${invitation.memberId}`,
    expires_at: invitation.expiresAt.toISOString(),
    emailed: invitation.emailed,
    invitation_url: invitation.url,
  };
}
