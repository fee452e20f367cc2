import type { Group } from "@/lib/contracts/group";
import { toWireId } from "@/lib/contracts/wire-id";
import type { GroupRecord } from "./group-record";

/** A group as the management API shows it. */
export function presentGroup(group: GroupRecord): Group {
  return {
    group_id: group.id,
    group_name: group.name,
    external_id: group.externalId,
    organization_id: toWireId("organization", group.organizationId),
    connection_id: toWireId("scim-connection", group.connectionId),
    connection_name: group.connectionName,
    member_count: group.memberCount,
    group_count: group.groupCount,
    role_ids: group.roleIds,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
  };
}
