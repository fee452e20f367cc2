import type { AdoptionPolicy } from "@/lib/contracts/adoption";
import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import type { OrganizationScope } from "@/lib/scope";
import { connectionNotFound } from "../parse-connection-id";

/** What happens on a connection when the IdP provisions somebody whose e-mail a member has already. Throws `scim_connection_not_found`. */
export async function getAdoptionPolicy(scope: OrganizationScope, connectionId: string, db: Queryable = pool()): Promise<AdoptionPolicy> {
  const { rows } = await db.query<{ policy: AdoptionPolicy }>({
    name: "get-adoption-policy",
    text: "SELECT adoption_policy AS policy FROM connection WHERE organization_id = $1 AND id = $2 AND status <> 'deleted'",
    values: [scope.organizationId, connectionId],
  });
  if (!rows[0]) throw connectionNotFound();
  return rows[0].policy;
}
