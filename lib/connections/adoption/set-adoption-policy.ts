import { recordAudit } from "@/lib/activity/record-audit";
import type { AdoptionPolicy } from "@/lib/contracts/adoption";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";
import { getAdoptionPolicy } from "./get-adoption-policy";

/** Says what happens from now on when the IdP provisions somebody whose e-mail a member has already. Throws `scim_connection_not_found`. */
export async function setAdoptionPolicy(scope: OrganizationScope, connectionId: string, policy: AdoptionPolicy): Promise<void> {
  await transaction(async (tx) => {
    const connection = await lockConnection(tx, scope, connectionId);
    const before = await getAdoptionPolicy(scope, connectionId, tx);
    if (before === policy) return;
    await tx.query("UPDATE connection SET adoption_policy = $2, updated_at = now() WHERE id = $1", [connectionId, policy]);
    const target = { type: "connection", id: connectionId, label: connection.displayName };
    await recordAudit(tx, { scope, action: "adoption.policy", target, before: { adoption_policy: before }, after: { adoption_policy: policy } });
  });
  await announceConnection(scope, connectionId);
}
