import { moveOutcomes, type MoveOutcome } from "@/lib/contracts/move";
import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { type Move, movedPeople, movingPeople } from "./move";

type Row = Omit<Move, "counts">;

const side = (name: string): string => `json_build_object('id', ${name}.id, 'displayName', ${name}.display_name, 'identityProvider', ${name}.identity_provider)`;

const select = `
  SELECT move.id, move.status, ${side("f")} AS "from", ${side("t")} AS "to", move.started_at AS "startedAt", move.started_by AS "startedBy",
         move.ended_at AS "endedAt", move.ended_by AS "endedBy"
    FROM connection_move move JOIN connection f ON f.id = move.from_connection_id JOIN connection t ON t.id = move.to_connection_id AND t.status <> 'deleted'
   WHERE move.organization_id = $1 AND $2 IN (move.from_connection_id, move.to_connection_id) AND move.status <> 'cancelled'
   ORDER BY move.status = 'open' DESC, move.started_at DESC LIMIT 1`;

/** The move that a connection takes part in, from either side: the open one, else the last that was finished, else null. */
export async function findMove(scope: OrganizationScope, connectionId: string, db: Queryable = pool()): Promise<Move | null> {
  const { rows } = await db.query<Row>({ name: "find-move", text: select, values: [scope.organizationId, connectionId] });
  return rows[0] ? { ...rows[0], counts: await countPeople(scope, rows[0], db) } : null;
}

/** The same, which must be there. Throws `move_not_found`. */
export async function getMove(scope: OrganizationScope, connectionId: string, db: Queryable = pool()): Promise<Move> {
  const move = await findMove(scope, connectionId, db);
  if (!move) throw new DomainError("not_found", "move_not_found", "This connection is not moving to another identity provider.");
  return move;
}

async function countPeople(scope: OrganizationScope, move: Row, db: Queryable): Promise<Record<MoveOutcome, number>> {
  const open = move.status === "open";
  const { rows } = await db.query<{ outcome: MoveOutcome; count: number }>({
    name: open ? "count-moving-people" : "count-moved-people",
    text: `SELECT outcome, count(*)::int AS count FROM (${open ? movingPeople : `${movedPeople} AND $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL AND $3::uuid IS NOT NULL`}) people GROUP BY 1`,
    values: [scope.organizationId, move.from.id, move.to.id, ...(open ? [] : [move.id])],
  });
  const counted = new Map(rows.map((row) => [row.outcome, row.count]));
  return Object.fromEntries(moveOutcomes.map((outcome) => [outcome, counted.get(outcome) ?? 0])) as Record<MoveOutcome, number>;
}
