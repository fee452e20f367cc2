import { uuidv7 } from "uuidv7";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { type NumberedEvent, numberEvents } from "@/lib/events/number-events";
import { LEASE, liveSecrets } from "./claim-deliveries";

/** How many events one call takes at most: fewer come back when nothing more was waiting. */
export const EVENTS_AT_ONCE = 1000;

/** The first tries of one call: events with their payloads, and which of them go to which endpoint. They are a worker's, under the id of their batch. */
export type FirstTries = { batchId: string; payloads: Map<string, string>; endpoints: { id: string; url: string; secrets: Buffer[]; events: NumberedEvent[] }[] };

/** `taken` events got their numbers; `planned` are the endpoints for which rows were written, for tries to be claimed. */
export type Dispatch = { taken: number; planned: string[]; first: FirstTries | null };

type Endpoint = { id: string; url: string; status: string; eventTypes: string[]; organizationIds: string[]; secrets: Buffer[] };

const selectEndpoints = `SELECT w.id, w.url, w.status, w.event_types AS "eventTypes", w.organization_ids AS "organizationIds", ${liveSecrets} AS secrets FROM webhook_endpoint w ORDER BY w.id FOR KEY SHARE OF w`;

const createDeliveries = `
  INSERT INTO delivery (id, event_id, endpoint_id)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[])
  ON CONFLICT (event_id, endpoint_id) DO NOTHING`;

const createBatch = `INSERT INTO dispatch_batch (id, first_number, last_number, endpoint_ids, lapses_at) VALUES ($1, $2, $3, $4, now() + interval '${LEASE}')`;

/**
 * Numbers committed events and sees to it that each goes to every endpoint that wants it, in one transaction: an event with a number has its deliveries, as
 * rows, or as first tries that the caller makes at once, of which a batch is the receipt. `room` says how many of those each endpoint takes; where it says
 * nothing, and for paused endpoints, deliveries are rows. Takes nothing while another process is at it.
 */
export async function dispatchEvents(room: (endpointId: string) => number = () => 0, most = EVENTS_AT_ONCE): Promise<Dispatch> {
  return transaction(async (tx) => {
    const events = await numberEvents(tx, most);
    if (events === null || events.length === 0) return { taken: 0, planned: [], first: null };
    // Read after the numbers: an endpoint that was there before an event gets it.
    const { rows: endpoints } = await tx.query<Endpoint>({ name: "find-receivers", text: selectEndpoints });
    const shares = endpoints.map((endpoint) => share(endpoint, events, room));
    const planned = await planDeliveries(tx, shares);
    const first = await takeFirstTries(tx, events, shares);
    return { taken: events.length, planned, first };
  });
}

type Share = Endpoint & { now: NumberedEvent[]; later: NumberedEvent[] };

function share(endpoint: Endpoint, events: readonly NumberedEvent[], room: (endpointId: string) => number): Share {
  const { eventTypes, organizationIds } = endpoint;
  const wanted = events.filter(({ type, organizationId }) => (eventTypes.length === 0 || eventTypes.includes(type)) && (organizationIds.length === 0 || organizationIds.includes(organizationId)));
  const places = endpoint.status === "active" ? Math.max(0, room(endpoint.id)) : 0;
  return { ...endpoint, now: wanted.slice(0, places), later: wanted.slice(places) };
}

async function planDeliveries(tx: Transaction, shares: readonly Share[]): Promise<string[]> {
  const rows = shares.flatMap(({ id, later }) => later.map((event) => [uuidv7(), event.id, id] as const));
  if (rows.length === 0) return [];
  const column = (nth: 0 | 1 | 2): string => `{${rows.map((row) => row[nth]).join(",")}}`;
  await tx.query({ name: "create-deliveries", text: createDeliveries, values: [column(0), column(1), column(2)] });
  return shares.filter(({ later }) => later.length > 0).map(({ id }) => id);
}

async function takeFirstTries(tx: Transaction, events: readonly NumberedEvent[], shares: readonly Share[]): Promise<FirstTries | null> {
  const endpoints = shares.filter(({ now }) => now.length > 0).map(({ id, url, secrets, now }) => ({ id, url, secrets, events: now }));
  if (endpoints.length === 0) return null;
  const ids = new Set(endpoints.flatMap((endpoint) => endpoint.events.map((event) => event.id)));
  const { rows } = await tx.query<{ id: string; payload: string }>({ name: "read-payloads", text: "SELECT id, payload::text AS payload FROM event WHERE id = ANY ($1::uuid[])", values: [[...ids]] });
  const batchId = uuidv7();
  await tx.query({ name: "create-batch", text: createBatch, values: [batchId, events[0]?.number, events.at(-1)?.number, endpoints.map(({ id }) => id)] });
  return { batchId, payloads: new Map(rows.map(({ id, payload }) => [id, payload])), endpoints };
}
