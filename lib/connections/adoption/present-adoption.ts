import type { AdoptionWire } from "@/lib/contracts/adoption";
import { toWireId } from "@/lib/contracts/wire-id";
import type { AdoptionRecord } from "./find-adoptions";

/** A question of who is who in the words of the wire. */
export function presentAdoption(adoption: AdoptionRecord): AdoptionWire {
  return {
    adoption_id: adoption.id,
    status: adoption.status,
    reason: adoption.reason,
    provisioned: { registration_id: adoption.registrationId, user_name: adoption.userName, email_address: adoption.email, name: adoption.name },
    member: {
      member_id: toWireId("member", adoption.memberId),
      email_address: adoption.memberEmail,
      name: adoption.memberName,
      status: adoption.memberStatus,
      origin: adoption.memberOrigin,
      email_verified: adoption.memberVerified,
      roles: adoption.memberRoles,
      connections: adoption.memberConnections,
    },
    created_at: adoption.createdAt.toISOString(),
    decided_at: adoption.decidedAt?.toISOString() ?? null,
    decided_by: adoption.decidedBy,
  };
}
