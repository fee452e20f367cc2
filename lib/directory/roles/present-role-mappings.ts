import type { RoleMappings as Wire } from "@/lib/contracts/role";
import { toWireId } from "@/lib/contracts/wire-id";
import type { RoleMappings } from "./role-mapping";

/** The mappings of a connection as the management API shows them. */
export function presentRoleMappings({ connectionId, version, entries }: RoleMappings): Wire {
  return {
    connection_id: toWireId("scim-connection", connectionId),
    version,
    role_mappings: entries.map(({ roleId, groupId, groupName }) => ({ role_id: roleId, group_id: groupId, group_name: groupName })),
  };
}
