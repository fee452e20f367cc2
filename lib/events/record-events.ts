import { uuidv7 } from "uuidv7";
import { clock } from "@/lib/clock";
import type { Transaction } from "@/lib/db/transaction";
import type { EventType } from "./event-types";

/** What happened to which object; ids are bare uuids, `object` is frozen as it is now under the name of its type. */
export type EventFact = {
  type: EventType;
  organizationId: string;
  connectionId?: string;
  objectId: string;
  memberId?: string;
  /** The object's id on the wire: member-<uuid>, … */
  wireId: string;
  object: Record<string, unknown>;
};

const statement = `
  insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, created_at)
  select id, organization_id, connection_id, type, object_id, member_id, payload, now()
  from rows from (jsonb_to_recordset($1::jsonb) as (id uuid, organization_id uuid, connection_id uuid, type text, object_id uuid, member_id uuid, payload jsonb)) with ordinality as fact (id, organization_id, connection_id, type, object_id, member_id, payload, nth)
  order by nth`;

/**
 * Writes events in the transaction of the change that they tell (decision 8), in their order and with one statement however many they are; for changes
 * made outside SCIM, whose own statements insert theirs themselves.
 */
export async function recordEvents(tx: Transaction, facts: readonly EventFact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.query({ name: "record-events", text: statement, values: [JSON.stringify(facts.map(toRow))] });
}

/** The payload of an event but for what tells one from another: its id and its organization's. */
export function tellEvent({ type, wireId, object }: Pick<EventFact, "type" | "wireId" | "object">): Record<string, unknown> {
  const [source = "", objectType = "", action = ""] = type.split(".");
  return {
    action: action.toUpperCase(),
    object_type: objectType,
    source: source.toUpperCase(),
    id: wireId,
    timestamp: clock.now().toISOString(),
    vertical: "B2B",
    [objectType]: object,
  };
}

function toRow(fact: EventFact): Record<string, unknown> {
  const id = uuidv7();
  const payload = {
    event_id: `event-${id}`,
    ...tellEvent(fact),
    organization_id: `organization-${fact.organizationId}`,
    ...(fact.connectionId === undefined ? {} : { connection_id: `scim-connection-${fact.connectionId}` }),
  };
  return {
    id,
    organization_id: fact.organizationId,
    connection_id: fact.connectionId ?? null,
    type: fact.type,
    object_id: fact.objectId,
    member_id: fact.memberId ?? null,
    payload,
  };
}
