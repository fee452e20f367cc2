import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";

const batch = 5_000;

// By the index of an organization's calls, the oldest first, a batch at a time: no long transaction, no lock that anybody waits for.
const organizations = `
  SELECT o.id, coalesce(o.call_retention_days, $1::int) AS days FROM organization o
  WHERE EXISTS (SELECT 1 FROM scim_request q WHERE q.organization_id = o.id AND q.received_at < now() - make_interval(days => coalesce(o.call_retention_days, $1::int)))`;
const removeBatch = `
  DELETE FROM scim_request WHERE id IN (
    SELECT id FROM scim_request WHERE organization_id = $1 AND received_at < now() - make_interval(days => $2::int) ORDER BY received_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)`;
const removeOrphans = `DELETE FROM scim_request WHERE id IN (
    SELECT id FROM scim_request WHERE organization_id IS NULL AND received_at < now() - make_interval(days => $1::int) LIMIT ${batch})`;
const removeHours = "DELETE FROM connection_activity WHERE hour < now() - interval '400 days'";

/**
 * Removes logged calls that are older than their organization (or the installation) keeps them, in batches; for the worker. Safe
 * beside other workers. Returns how many went.
 */
export async function pruneRequests({ mostBatches = 200 } = {}): Promise<number> {
  const keptDays = env().callRetentionDays;
  const { rows } = await pool().query<{ id: string; days: number }>(organizations, [keptDays]);
  let removed = 0;
  let batches = 0;
  for (const { id, days } of rows) {
    for (let last = batch; last === batch && batches < mostBatches; batches++) {
      last = (await pool().query(removeBatch, [id, days])).rowCount ?? 0;
      removed += last;
    }
  }
  removed += (await pool().query(removeOrphans, [keptDays])).rowCount ?? 0;
  await pool().query(removeHours);
  return removed;
}
