import { pool } from "@/lib/db/client";
import { type ListOrder, orderBy, timePart, uuidPart } from "@/lib/db/list-order";
import { type ListPart, readListPage } from "@/lib/db/read-list-page";
import type { Queryable } from "@/lib/db/queryable";
import type { OrganizationScope } from "@/lib/scope";
import { type BrakeCase, type BrakeCounts, standingOf } from "./brake";

type Narrowing = { connectionId?: string; caseId?: string; open?: boolean };

type Row = Omit<BrakeCase, "counts"> & BrakeCounts & { latest: Date | null };

const count = (standing: string): string => `count(*) FILTER (WHERE standing = '${standing}')::int`;

const columns = `
         c.id, c.connection_id AS "connectionId", connection.display_name AS "connectionName", c.status, c.mode, c.people, c.percent, c.base,
         c.opened_at AS "openedAt", coalesce(latest, c.last_at) AS "lastAt", c.closed_at AS "closedAt", c.closed_by AS "closedBy", counted.*`;

const from = `
    FROM brake_case c JOIN connection ON connection.id = c.connection_id AND connection.status <> 'deleted'
   CROSS JOIN LATERAL (
     SELECT ${count("waiting")} AS waiting, ${count("earlier")} AS earlier, ${count("returned")} AS returned, ${count("released")} AS released, ${count("undone")} AS undone,
            count(*) FILTER (WHERE standing = 'undone' AND kept)::int AS "undoneInactive", max(at) AS latest
       FROM (SELECT ${standingOf} AS standing, r.kept_active AS kept, d.at FROM departure d LEFT JOIN registration r ON r.id = d.registration_id WHERE d.case_id = c.id) people
   ) counted
   WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.connection_id = $2) AND ($3::uuid IS NULL OR c.id = $3) AND (NOT $4::boolean OR c.status = 'open')`;

const newestFirst: ListOrder = {
  name: "brake-cases",
  parts: [
    { sql: "c.opened_at", kind: timePart, descending: true },
    { sql: "c.id", kind: uuidPart, descending: true },
  ],
};

/** The cases of an organization's brakes, newest first, a hundred at most: all, those of one connection, one, or the open ones. */
export async function findBrakeCases(scope: OrganizationScope, { connectionId, caseId, open = false }: Narrowing = {}, db: Queryable = pool()): Promise<BrakeCase[]> {
  const { rows } = await db.query<Row>({ name: "find-brake-cases", text: `SELECT ${columns} ${from} ORDER BY ${orderBy(newestFirst)} LIMIT 100`, values: [scope.organizationId, connectionId ?? null, caseId ?? null, open] });
  return rows.map(toCase);
}

/** A page of the cases of one connection, newest first. Throws `invalid_cursor`. */
export async function listBrakeCases(scope: OrganizationScope, connectionId: string, part: ListPart): Promise<{ cases: BrakeCase[]; nextCursor: string | null }> {
  const source = { name: "list-brake-cases", columns, from, values: [scope.organizationId, connectionId, null, false] };
  const { rows, nextCursor } = await readListPage<Row>(source, newestFirst, part);
  return { cases: rows.map(toCase), nextCursor };
}

function toCase({ waiting, earlier, returned, released, undone, undoneInactive, latest: _, ...row }: Row): BrakeCase {
  return { ...row, counts: { waiting, earlier, returned, released, undone, undoneInactive } };
}
