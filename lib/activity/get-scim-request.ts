import { parseWireId } from "@/lib/contracts/wire-id";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { namePeople } from "./name-people";
import type { NamedScimRequest, ScimRequest } from "./scim-request";
import { scimRequestColumns, scimRequestJoins } from "./scim-request-columns";

const nobody = "00000000-0000-0000-0000-000000000000";

/** One logged call with its redacted exchange. Throws `scim_request_not_found`. */
export async function getScimRequest(scope: OrganizationScope, requestId: string): Promise<NamedScimRequest> {
  const id = parseWireId("request-id", requestId);
  const { rows } = id
    ? await pool().query<ScimRequest>(
        `SELECT ${scimRequestColumns} FROM scim_request q ${scimRequestJoins} WHERE q.organization_id = $1 AND q.id = $2 AND ($3::uuid IS NULL OR q.connection_id = $3)`,
        [scope.organizationId, id, scope.onlyConnection === null ? nobody : (scope.onlyConnection ?? null)],
      )
    : { rows: [] };
  const [request] = await namePeople(scope, rows);
  if (!request) throw new DomainError("not_found", "scim_request_not_found", "There is no such call in this organization.");
  return request;
}
