import type { OrganizationScope } from "@/lib/scope";
import type { Narrowing } from "./narrow-members";
import { type MemberFilter, columnOf, selectMembersWhere } from "./select-members-where";

/**
 * SQL of all whom searches and filters find, however many: their ids and what they are sorted by, each once; `$1` is the organization. A filter is a
 * set that is hashed once. A search is asked of each row: collecting those whom one letter finds would cost four times as much.
 */
export function selectEveryMatch(scope: OrganizationScope, filter: MemberFilter, narrowings: readonly Narrowing[]): { text: string; values: unknown[] } {
  const { where, values } = selectMembersWhere(scope, filter);
  const give = (value: unknown): string => `$${values.push(value)}`;
  const select = (fits: string[]): string => `SELECT member.id, member.${columnOf(filter.sort)} FROM member WHERE ${[where, ...fits].join(" AND ")}`;
  const ways = narrowings.reduce<string[][]>((before, narrowing) => waysOf(narrowing, give).flatMap((way) => before.map((fits) => [...fits, way])), [[]]);
  return { text: ways.map(select).join(" UNION "), values };
}

function waysOf({ hits, sets, rest = "true", row, isSearch }: Narrowing, give: (value: unknown) => string): string[] {
  if (isSearch) return [row(give)];
  return (sets?.(give) ?? [hits(give)]).map((set) => `member.id IN (${set}) AND ${rest}`);
}
