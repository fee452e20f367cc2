import type { Member } from "@/lib/contracts/member";
import type { MemberRole, RoleSource as WireSource } from "@/lib/contracts/role";
import { toWireId } from "@/lib/contracts/wire-id";
import type { EffectiveRole, RoleSource } from "../roles/compute-effective-roles";
import type { MemberRecord } from "./member-record";
import { presentScimAttributes } from "./present-scim-attributes";

/** A member as the management API and events show it. `roles` are those in force: empty for someone who is deactivated or deleted. */
export function presentMember(member: MemberRecord): Member {
  return {
    organization_id: toWireId("organization", member.organizationId),
    member_id: toWireId("member", member.id),
    email_address: member.email,
    status: member.status,
    name: member.name,
    external_id: member.externalId,
    is_admin: member.inForce.some((role) => role.roleId === "org_admin"),
    roles: member.inForce.map(presentMemberRole),
    scim_registration: presentRegistration(member),
    trusted_metadata: member.trustedMetadata,
    untrusted_metadata: member.untrustedMetadata,
    created_at: member.createdAt,
    updated_at: member.updatedAt,
    email_address_verified: member.emailVerified,
    ...notServed(),
  };
}

/** A role with its sources. Everyone's role counts as assigned directly on this wire, which has no other word for it. */
export function presentMemberRole(role: EffectiveRole): MemberRole {
  return { role_id: role.roleId, sources: role.sources.map(presentSource) };
}

function presentSource(source: RoleSource): WireSource {
  if (source.type !== "scim_connection_group") return { type: "direct_assignment", details: {} };
  return {
    type: source.type,
    details: {
      connection_id: toWireId("scim-connection", source.connectionId),
      connection_name: source.connectionName,
      group_id: source.groupId,
      group_name: source.groupName,
      path: source.path.map((step) => ({ group_id: step.groupId, group_name: step.groupName })),
    },
  };
}

/** The wire has room for one registration: the one in use, the newest of several. */
function presentRegistration(member: MemberRecord): Member["scim_registration"] {
  const registration = member.registrations[0];
  if (!registration) return null;
  return {
    connection_id: toWireId("scim-connection", registration.connectionId),
    registration_id: registration.id,
    external_id: registration.externalId ?? "",
    scim_attributes: presentScimAttributes(registration, member.groups),
  };
}

/** Fields that clients of this wire expect and Rollcall has nothing for. */
function notServed() {
  return {
    sso_registrations: [],
    oauth_registrations: [],
    retired_email_addresses: [],
    is_breakglass: false,
    is_locked: false,
    member_password_id: "",
    mfa_enrolled: false,
    mfa_phone_number: "",
    mfa_phone_number_verified: false,
    default_mfa_method: "",
    totp_registration_id: "",
  };
}
