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
  values ($1, $2, $3, $4, $5, $6, $7::jsonb, now())`;

/**
 * Writes one event in the transaction of the change that it tells (decision 8), for changes made outside SCIM; SCIM's own
 * statements insert theirs themselves. Returns the event's id.
 */
export async function recordEvent(tx: Transaction, fact: EventFact): Promise<string> {
  const id = uuidv7();
  const [source = "", objectType = "", action = ""] = fact.type.split(".");
  const payload = {
    event_id: `event-${id}`,
    action: action.toUpperCase(),
    object_type: objectType,
    source: source.toUpperCase(),
    id: fact.wireId,
    timestamp: clock.now().toISOString(),
    vertical: "B2B",
    organization_id: `organization-${fact.organizationId}`,
    ...(fact.connectionId === undefined ? {} : { connection_id: `scim-connection-${fact.connectionId}` }),
    [objectType]: fact.object,
  };
  await tx.query({
    name: "record-event",
    text: statement,
    values: [id, fact.organizationId, fact.connectionId ?? null, fact.type, fact.objectId, fact.memberId ?? null, JSON.stringify(payload)],
  });
  return id;
}
