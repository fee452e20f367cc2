import type { Transaction } from "@/lib/db/transaction";
import { type EventFact, tellEvent } from "./record-events";

const statement = `
  with told as materialized (select id as organization_id, gen_random_uuid() as event_id from organization)
  insert into event (id, organization_id, type, object_id, payload, created_at)
  select event_id, organization_id, $1, $2, $3::jsonb || jsonb_build_object('event_id', 'event-' || event_id, 'organization_id', 'organization-' || organization_id), now()
  from told order by organization_id`;

/**
 * Writes one event for each organization, in the transaction of a change that is all of theirs at once: a role of the catalogue. One statement,
 * however many organizations there are; each event has its place in its own organization's sequence (decision 030).
 */
export async function recordEventEverywhere(tx: Transaction, fact: Omit<EventFact, "organizationId" | "connectionId" | "memberId">): Promise<void> {
  await tx.query(statement, [fact.type, fact.objectId, JSON.stringify(tellEvent(fact))]);
}
