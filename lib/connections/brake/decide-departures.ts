import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import type { OrganizationScope } from "@/lib/scope";
import { type BrakeCase, standingOf } from "./brake";
import { closeBrakeCase } from "./close-brake-case";
import { brakeCaseNotFound, getBrakeCase } from "./get-brake-case";
import { lockBrake } from "./lock-brake";
import { releaseDepartures } from "./release-departures";
import { undoDepartures } from "./undo-departures";

export type Decision = {
  connectionId: string;
  caseId: string;
  decision: "release" | "undo";
  /** Left out: everybody who waits. */
  departureIds?: readonly string[] | undefined;
  /** Undo also those who left before it braked. */
  includeEarlier?: boolean | undefined;
};

/** So many people share a transaction: the row of the case shows how far it is, and an interruption loses one batch. */
const batch = 500;

/**
 * Releases or undoes departures of a case, however many, in batches of a transaction each: what an IdP did to these people is confirmed, or they are
 * as they were. The case closes when nobody waits any more. Answers the case as it is then. Throws `brake_case_not_found` and, for a release that would leave
 * no org_admin, `last_org_admin`.
 */
export async function decideDepartures(scope: OrganizationScope, decision: Decision): Promise<{ brakeCase: BrakeCase; people: number }> {
  const before = await getBrakeCase(scope, decision.connectionId, decision.caseId);
  const chosen = await transaction(async (tx) => {
    const ids = await chooseDepartures(tx, scope, decision);
    if (ids.length > 0) await audit(tx, scope, before, decision.decision, ids.length);
    return ids;
  });
  for (let start = 0; start < chosen.length; start += batch) {
    const ids = chosen.slice(start, start + batch);
    await transaction((tx) => decideBatch(tx, scope, decision, ids));
    await publishLive({ organization_id: scope.organizationId, connection_id: decision.connectionId, topics: ["connection", "members", "roles"] });
  }
  await transaction((tx) => closeBrakeCase(tx, scope, decision));
  await publishLive({ organization_id: scope.organizationId, connection_id: decision.connectionId, topics: ["connection"] });
  return { brakeCase: await getBrakeCase(scope, decision.connectionId, decision.caseId), people: chosen.length };
}

// A release may also end what an undo kept; an undo has nothing to do for who is back.
const select = `
  SELECT d.id FROM departure d LEFT JOIN registration r ON r.id = d.registration_id
   WHERE d.organization_id = $1 AND d.case_id = $2 AND ($3::uuid[] IS NULL OR d.id = ANY ($3))
     AND (${standingOf} = ANY ($4) OR ($3 IS NOT NULL AND $5::boolean AND d.state = 'undone' AND r.kept_active))
   ORDER BY d.number`;

async function chooseDepartures(tx: Transaction, scope: OrganizationScope, { caseId, decision, departureIds, includeEarlier }: Decision): Promise<string[]> {
  const standings = decision === "undo" && (includeEarlier || departureIds) ? ["waiting", "earlier"] : ["waiting"];
  const { rows } = await tx.query<{ id: string }>(select, [scope.organizationId, caseId, departureIds ?? null, standings, decision === "release"]);
  return rows.map((row) => row.id);
}

// The people first, then whether an admin remains, then the brake: the order of `take_departure`, so that nobody waits in a circle.
const lockPeople = `
  SELECT 1 FROM registration WHERE id IN (SELECT registration_id FROM departure WHERE organization_id = $1 AND id = ANY ($2)) ORDER BY id FOR NO KEY UPDATE`;

async function decideBatch(tx: Transaction, scope: OrganizationScope, decision: Decision, ids: string[]): Promise<void> {
  await tx.query(lockPeople, [scope.organizationId, ids]);
  const work = async (): Promise<void> => {
    await lockCase(tx, scope, decision);
    if (decision.decision === "undo") await undoDepartures(tx, scope, ids);
    else await releaseDepartures(tx, scope, ids);
  };
  await (decision.decision === "undo" ? work() : protectLastAdmin(tx, scope, work, { always: true }));
}

/** Two people who decide at once: the second finds nothing left to do. */
async function lockCase(tx: Transaction, scope: OrganizationScope, { connectionId, caseId }: Decision): Promise<void> {
  await lockBrake(tx, connectionId);
  const { rowCount } = await tx.query("SELECT 1 FROM brake_case WHERE organization_id = $1 AND id = $2 FOR UPDATE", [scope.organizationId, caseId]);
  if (rowCount === 0) throw brakeCaseNotFound();
}

function audit(tx: Transaction, scope: OrganizationScope, before: BrakeCase, decision: "release" | "undo", people: number): Promise<void> {
  return recordAudit(tx, {
    scope,
    action: `brake.${decision}`,
    target: { type: "connection", id: before.connectionId, label: before.connectionName },
    after: { people, brake_case_id: `brake-case-${before.id}`, opened_at: before.openedAt.toISOString() },
  });
}
