import { pool } from "@/lib/db/client";
import type { ListPart } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import type { Narrowing } from "./narrow-members";
import { selectEveryMatch } from "./select-every-match";
import { selectMembersPage } from "./select-members-page";
import type { MemberFilter } from "./select-members-where";

type Found = { total: number; rows: { id: string; place: string[] }[] };

/**
 * A page of the members whom searches and filters find, and how many they are, however far behind the page is. What is kept of a person is the id and
 * what they are sorted by: of whole rows 40 000 do not fit into memory.
 */
export async function findEveryMatch(scope: OrganizationScope, query: MemberFilter & ListPart, narrowings: readonly Narrowing[]): Promise<Found> {
  const { text, values } = selectEveryMatch(scope, query, narrowings);
  const { rows } = await pool().query<Found>(
    `WITH found AS MATERIALIZED (${text}),
     page AS (${selectMembersPage("found AS member", "true", query, values)})
     SELECT (SELECT count(*)::int FROM found) AS total, coalesce((SELECT json_agg(page) FROM page), '[]') AS rows`,
    values,
  );
  return rows[0] ?? { total: 0, rows: [] };
}
