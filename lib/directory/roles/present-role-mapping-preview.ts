import type { RoleMappingPreview as Wire } from "@/lib/contracts/role";
import { toWireId } from "@/lib/contracts/wire-id";
import type { RoleMappingPreview } from "./preview-role-mappings";

/** Who would gain and lose what, as the management API shows it. */
export function presentRoleMappingPreview({ version, changes, warnings }: RoleMappingPreview): Wire {
  return {
    version,
    warnings,
    changes: changes.map(({ roleId, change, count, members }) => ({
      role_id: roleId,
      change,
      count,
      members: members.map(({ id, name, email }) => ({ member_id: toWireId("member", id), name, email_address: email })),
    })),
  };
}
