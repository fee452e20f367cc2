import type { ListPart } from "@/lib/db/read-list-page";
import { placesOf } from "./select-members-page";
import type { MemberFilter } from "./select-members-where";

/**
 * SQL of a page in the order of status, of the rows (id, status) of `found`: whoever has another status than those of the page is counted and not sorted, and the
 * others are by their id alone, which costs half of sorting by both.
 */
export function selectStatusPage(query: MemberFilter & ListPart, values: unknown[]): string {
  const direction = query.order === "desc" ? "DESC" : "ASC";
  const [offset, end] = [values.push(query.offset), values.push(query.offset + query.limit + 1)].map((at) => `$${at}::int`);
  const states = `SELECT found.status, count(*)::int AS people, (sum(count(*)) OVER (ORDER BY found.status ${direction}) - count(*))::int AS earlier FROM found GROUP BY found.status`;
  const skipped = `greatest(0, ${offset} - state.earlier)`;
  return placesOf(
    query,
    `SELECT one.id, state.status FROM (${states}) AS state CROSS JOIN LATERAL (SELECT found.id FROM found WHERE found.status = state.status ORDER BY found.id ${direction}
       LIMIT greatest(0, least(state.people, ${end} - state.earlier) - ${skipped}) OFFSET ${skipped}) AS one`,
  );
}
