/** Every kind of event: source.object_type.action in lower case. */
export type EventType =
  | "scim.member.create"
  | "scim.member.update"
  | "scim.member.delete"
  | "scim.idp_group.create"
  | "scim.idp_group.update"
  | "scim.idp_group.delete"
  | "scim.idp_group.member_add"
  | "scim.idp_group.member_delete"
  | "scim.brake_case.create"
  | `${"direct" | "dashboard"}.brake_case.update`
  | `${"direct" | "dashboard"}.${"organization" | "member" | "scim_connection" | "role"}.${"create" | "update" | "delete"}`;
