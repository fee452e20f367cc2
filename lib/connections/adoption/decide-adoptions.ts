import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import type { OrganizationScope } from "@/lib/scope";
import { lockConnection } from "../lock-connection";
import { linkRegistration } from "./link-registration";

export type DecideAdoptions = { connectionId: string; decision: "link" | "apart" | "ignore"; adoptionIds: readonly string[] };

type Row = { id: string; registrationId: string | null; memberId: string; label: string };

const batch = 100;
const outcomes = { link: "linked", apart: "apart", ignore: "ignored" } as const;

/**
 * Answers open questions of who is who: the same person (`link`), two people (`apart`), or not now (`ignore`). Whom the IdP was refused is linked with its next
 * attempt. Answers how many it came to. Throws `scim_connection_not_found`, `last_org_admin`, and `not_matchable` when the connection knows the member already.
 */
export async function decideAdoptions(scope: OrganizationScope, { connectionId, decision, adoptionIds }: DecideAdoptions): Promise<number> {
  let decided = 0;
  for (let start = 0; start < adoptionIds.length; start += batch) {
    const ids = adoptionIds.slice(start, start + batch);
    decided += await transaction(async (tx) => {
      await lockConnection(tx, scope, connectionId);
      const rows = await takeOpen(tx, scope, connectionId, decision, ids);
      let settled = 0;
      await protectLastAdmin(tx, scope, async () => {
        for (const row of rows) if (await settle(tx, scope, row, decision)) settled += 1;
      });
      return settled;
    });
    await publishLive({ organization_id: scope.organizationId, connection_id: connectionId, topics: ["connection", "members", "roles"] });
  }
  return decided;
}

async function takeOpen(tx: Transaction, scope: OrganizationScope, connectionId: string, decision: DecideAdoptions["decision"], ids: readonly string[]): Promise<Row[]> {
  const { rows } = await tx.query<Row>(
    `UPDATE adoption a SET status = $4::adoption_status, decided_at = now(), decided_by = $5 FROM member m
      WHERE a.organization_id = $1 AND a.connection_id = $2 AND a.id = ANY ($3) AND a.status = 'open' AND m.id = a.member_id AND m.status <> 'deleted'
      RETURNING a.id, a.registration_id AS "registrationId", a.member_id AS "memberId", coalesce(nullif(m.name, ''), m.email) AS label`,
    [scope.organizationId, connectionId, ids, outcomes[decision], scope.actor.label],
  );
  return rows;
}

const others = `
  UPDATE adoption a SET status = 'apart', decided_at = now(), decided_by = $3 FROM adoption chosen
   WHERE chosen.id = $2 AND a.id <> chosen.id AND a.connection_id = chosen.connection_id AND (a.registration_id = $1 OR (a.member_id = $4 AND a.registration_id IS NOT NULL))`;

/** Answers whether it came to that: where several could have been the person, or the member several people, the first that is chosen is, the others are not. */
async function settle(tx: Transaction, scope: OrganizationScope, row: Row, decision: DecideAdoptions["decision"]): Promise<boolean> {
  if (decision === "link" && row.registrationId) {
    const { rowCount } = await tx.query("SELECT 1 FROM adoption WHERE id = $1 AND status = 'linked'", [row.id]);
    if (rowCount === 0) return false;
    await linkRegistration(tx, scope, row.registrationId, row.memberId);
    await tx.query(others, [row.registrationId, row.id, scope.actor.label, row.memberId]);
  }
  await recordAudit(tx, { scope, action: `adoption.${decision}`, target: { type: "member", id: row.memberId, label: row.label }, after: { registration_id: row.registrationId } });
  return true;
}
