import type { SetRoleMappingsBody } from "@/lib/contracts/role";
import { parseWireId } from "@/lib/contracts/wire-id";
import type { RoleMappingInput } from "@/lib/directory/roles/role-mapping";
import { DomainError } from "@/lib/errors";

/** The rows of a mapping in the directory's words; a group id that is none is `invalid`, like one that is unknown. */
export function toRoleMappingInputs(body: Pick<SetRoleMappingsBody, "role_mappings">): RoleMappingInput[] {
  return body.role_mappings.map(({ role_id: roleId, group_id, group_name: groupName }) => {
    const groupId = group_id ? parseWireId("group", group_id) : undefined;
    if (groupId === null) throw new DomainError("invalid", "unknown_group", "A group of the mapping was not found in this connection.", { group_id });
    return { roleId, groupId, groupName };
  });
}
