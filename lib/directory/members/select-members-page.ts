import { afterPlace, orderBy, placeOf, readCursor } from "@/lib/db/list-order";
import type { ListPart } from "@/lib/db/read-list-page";
import { columnOf, type MemberFilter, orderMembers } from "./select-members-where";

/** SQL of one page of members, as `(id, place)`; appends what it names to `values`. One row more than is shown says whether there is a next page. */
export function selectMembersPage(from: string, where: string, query: MemberFilter & ListPart, values: unknown[]): string {
  const order = orderMembers(query);
  const place = query.cursor ? readCursor(order, query.cursor) : [];
  const after = query.cursor ? `AND ${afterPlace(order, values.length + 1)}` : "";
  const at = values.push(...place, query.limit + 1, query.cursor ? 0 : query.offset);
  return placesOf(query, `SELECT member.id, member.${columnOf(query.sort)} FROM ${from} WHERE ${where} ${after} ORDER BY ${orderBy(order)} LIMIT $${at - 1} OFFSET $${at}`);
}

/** The rows that a page has been cut down to, with their places: made before, they would be made, carried and sorted for everybody before the page. */
export function placesOf(query: MemberFilter, page: string): string {
  const order = orderMembers(query);
  return `SELECT member.id, ${placeOf(order)} AS place FROM (${page}) AS member ORDER BY ${orderBy(order)}`;
}
