import { describeConnection } from "@/lib/connections/describe-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { replaceRoleAssignments } from "@/lib/connections/replace-role-assignments";
import { updateConnection } from "@/lib/connections/update-connection";
import type { ConnectionWire, UpdateConnectionBody } from "@/lib/contracts/connection";
import { DomainError } from "@/lib/errors";
import type { OrganizationCall } from "./with-organization";

/** PUT of a connection: name, kind of IdP, and role mappings, which need a permission of their own. A refused mapping changes nothing. */
export async function updateConnectionByApi({
  scope,
  params,
  body,
  permissions,
}: OrganizationCall<{ connection: string }, UpdateConnectionBody, undefined>): Promise<{ connection: ConnectionWire }> {
  const id = parseConnectionId(params.connection);
  const assignments = body.scim_group_implicit_role_assignments;
  if (assignments) {
    if (!permissions.has("role_mapping.update")) {
      throw new DomainError("forbidden", "unauthorized_action", "Your roles do not allow this action.", { permission: "role_mapping.update" });
    }
    await replaceRoleAssignments(scope, id, assignments);
  }
  const connection = await updateConnection(scope, id, { displayName: body.display_name, identityProvider: body.identity_provider, callBodiesKept: body.call_bodies_kept });
  return { connection: await describeConnection(scope, connection) };
}
