import { pool } from "@/lib/db/client";
import type { ListPart } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import type { Narrowing } from "./narrow-members";
import { selectEveryMatch } from "./select-every-match";
import { selectMembersPage } from "./select-members-page";
import { isIndexed, type MemberFilter } from "./select-members-where";
import { selectStatusPage } from "./select-status-page";
import { walkEveryMatch } from "./walk-every-match";

type Query = MemberFilter & ListPart;
type Found = { total: number; rows: { id: string; place: string[] }[] };

/** A page of the members whom searches and filters find, all without any, and how many they are, however far behind the page is. */
export async function findEveryMatch(scope: OrganizationScope, query: Query, narrowings: readonly Narrowing[]): Promise<Found> {
  const isWalk = isIndexed(query) && !query.cursor;
  const { text, values } = isWalk ? walkEveryMatch(scope, query, narrowings) : collectEveryMatch(scope, query, narrowings);
  const { rows } = await pool().query<Found>(text, values);
  return rows[0] ?? { total: 0, rows: [] };
}

/** What is kept of a person is the id and what they are sorted by: of whole rows 40 000 do not fit into memory. */
function collectEveryMatch(scope: OrganizationScope, query: Query, narrowings: readonly Narrowing[]): { text: string; values: unknown[] } {
  const { text, values } = selectEveryMatch(scope, query, narrowings);
  const page = query.sort === "status" && !query.cursor ? selectStatusPage(query, values) : selectMembersPage("found AS member", "true", query, values);
  return {
    text: `WITH found AS MATERIALIZED (${text}), page AS (${page}) SELECT (SELECT count(*)::int FROM found) AS total, coalesce((SELECT json_agg(page) FROM page), '[]') AS rows`,
    values,
  };
}
