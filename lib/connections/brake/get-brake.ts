import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import type { OrganizationScope } from "@/lib/scope";
import { connectionNotFound } from "../parse-connection-id";
import { type Brake, defaultBrake } from "./brake";

/** The settings, and how many may leave within the window at this moment before it brakes. */
export type BrakeNow = Brake & { allowed: number };

type Row = Partial<Brake> & { active: number };

const select = `
  SELECT b.mode, b.people, b.percent, (SELECT count(*)::int FROM registration r WHERE r.connection_id = c.id AND r.active) AS active
    FROM connection c LEFT JOIN brake b ON b.connection_id = c.id
   WHERE c.organization_id = $1 AND c.id = $2 AND c.status <> 'deleted'`;

/** The brake of a connection. Throws `scim_connection_not_found`. */
export async function getBrake(scope: OrganizationScope, connectionId: string, db: Queryable = pool()): Promise<BrakeNow> {
  const { rows } = await db.query<Row>({ name: "get-brake", text: select, values: [scope.organizationId, connectionId] });
  const [row] = rows;
  if (!row) throw connectionNotFound();
  const brake = { mode: row.mode ?? defaultBrake.mode, people: row.people ?? defaultBrake.people, percent: row.percent ?? defaultBrake.percent };
  return { ...brake, allowed: Math.max(brake.people, Math.floor((row.active * brake.percent) / 100)) };
}
