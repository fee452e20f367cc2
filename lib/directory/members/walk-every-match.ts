import { orderBy } from "@/lib/db/list-order";
import type { ListPart } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { isIn, type Narrowing, statusIs } from "./narrow-members";
import { placesOf } from "./select-members-page";
import { columnOf, type MemberFilter, orderMembers, selectMembersWhere } from "./select-members-where";

/**
 * SQL of a page, and of how many there are in all, by one walk along the index of the list's order: who fits is numbered on the way. What is asked of
 * each is in that index or in a set that is hashed once, so that no row is read and nothing is sorted. `$1` is the organization.
 */
export function walkEveryMatch(scope: OrganizationScope, query: MemberFilter & ListPart, narrowings: readonly Narrowing[]): { text: string; values: unknown[] } {
  const { where, values } = selectMembersWhere(scope, {});
  const give = (value: unknown): string => `$${values.push(value)}`;
  const fits = [where, ...hasStatus(query, give), ...narrowings.map((narrowing) => narrowing.every(give))].join(" AND ");
  const [offset, limit] = [give(query.offset), give(query.limit + 1)];
  const shown = placesOf(query, `SELECT member.id, member.${columnOf(query.sort)} FROM member WHERE member.id = ANY(page.ids)`);
  const text = `SELECT page.total, coalesce((SELECT json_agg(shown) FROM (${shown}) AS shown), '[]') AS rows
    FROM (SELECT count(*)::int AS total, array_agg(walked.id) FILTER (WHERE walked.nth > ${offset}::int AND walked.nth <= ${offset}::int + ${limit}::int) AS ids
      FROM (SELECT member.id, row_number() OVER (ORDER BY ${orderBy(orderMembers(query))}) AS nth FROM member WHERE ${fits}) AS walked) AS page`;
  return { text, values };
}

/** Most are active: the others are the smaller set. */
function hasStatus({ status }: MemberFilter, give: (value: unknown) => string): string[] {
  if (status === undefined) return [];
  if (status === "active") return [statusIs("member.status = 'active'")];
  return [isIn(`SELECT member.id AS member_id FROM member WHERE member.organization_id = $1 AND member.deleted_at IS NULL AND member.status = ${give(status)}`)];
}
