import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import type { StoredEvent } from "./find-events";

/** Bare ids of events, of what they are about, of members who joined or left a group, and of the calls that made them; and types. */
export type Sought = { ids: readonly string[]; types: readonly string[] };

type Options = { organizationId?: string | undefined; from: string; order: "asc" | "desc"; limit: number };

const columns = `id, organization_id AS "organizationId", type, sequence::float8 AS sequence, number::float8 AS number, payload`;

// Each by its own index, then in order.
const byId = `id IN (
    SELECT id FROM event WHERE object_id = ANY($4::uuid[])
    UNION SELECT id FROM event WHERE member_id = ANY($4::uuid[]) AND member_id <> object_id
    UNION SELECT id FROM event WHERE request_id = ANY($4::uuid[])
    UNION SELECT unnest($4::uuid[]))`;
// The index on type and number is partial.
const byType = "type = $4 AND number IS NOT NULL";

/** The events of a list, as `findEvents` gives it, that are what is sought. */
export async function searchEvents(_scope: InstallationScope, { ids, types }: Sought, options: Options): Promise<StoredEvent[]> {
  // A statement for each type: PostgreSQL then knows of each how rare it is, and reads it by its own index or on the way through the numbers.
  const found = await Promise.all([ids.length > 0 ? select(byId, ids, options) : [], ...types.map((type) => select(byType, type, options))]);
  const direction = options.order === "asc" ? 1 : -1;
  const each = new Map(found.flat().map((event) => [event.id, event]));
  return [...each.values()].sort((one, other) => (one.number - other.number) * direction).slice(0, options.limit);
}

async function select(condition: string, value: string | readonly string[], { organizationId, from, order, limit }: Options): Promise<StoredEvent[]> {
  const by = organizationId === undefined ? "event.number" : "event.sequence";
  const text = `SELECT ${columns} FROM event WHERE ($1::uuid IS NULL OR organization_id = $1) AND ${by} ${order === "asc" ? ">" : "<"} $2 AND ${condition} ORDER BY ${by} ${order} LIMIT $3`;
  return (await pool().query<StoredEvent>(text, [organizationId ?? null, from, limit, value])).rows;
}
