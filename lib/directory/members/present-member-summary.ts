import type { MemberSummary } from "@/lib/contracts/member";
import { toWireId } from "@/lib/contracts/wire-id";
import type { MemberRecord } from "./member-record";

/** A member as a row of a list: what is seen at a glance. */
export function presentMemberSummary(member: MemberRecord): MemberSummary {
  return {
    member_id: toWireId("member", member.id),
    name: member.name,
    email_address: member.email,
    user_name: member.registrations[0]?.userName ?? "",
    status: member.status,
    roles: member.inForce.map(({ roleId, sources }) => ({ role_id: roleId, direct: sources.some((source) => source.type === "direct_assignment") })),
    group_names: member.groups.filter((group) => group.path.length === 1).map((group) => group.groupName),
    connections: member.registrations.map((registration) => ({
      connection_id: toWireId("scim-connection", registration.connectionId),
      display_name: registration.connectionName,
      identity_provider: registration.identityProvider,
    })),
    created_at: member.createdAt,
    updated_at: member.updatedAt,
  };
}
