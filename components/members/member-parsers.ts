import { type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the members page keeps in its URL. */
export const memberParsers = {
  query: parseAsString,
  status: parseAsStringLiteral(["active", "deactivated", "invited"] as const),
  role: parseAsString,
  group: parseAsString,
  connection: parseAsString,
  sort: parseAsStringLiteral(["name", "status", "updated"] as const).withDefault("name"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
  page: parseAsInteger.withDefault(1),
};

export type MemberUrl = inferParserType<typeof memberParsers>;

export const pageSize = 50;

/** The same as the API's query. */
export function toMembersQuery({ query, status, role, group, connection, sort, order, page }: MemberUrl) {
  return {
    ...(query ? { search: query.slice(0, 256) } : {}),
    ...(status ? { status } : {}),
    ...(role ? { role_id: role } : {}),
    ...(group ? { group_id: group } : {}),
    ...(connection ? { connection_id: connection } : {}),
    sort,
    order,
    page: Math.min(Math.max(page, 1), 1_000_000),
    limit: pageSize,
  };
}

export type MembersQuery = ReturnType<typeof toMembersQuery>;
