import { type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the groups page keeps in its URL. */
export const groupParsers = {
  query: parseAsString,
  connection: parseAsString,
  sort: parseAsStringLiteral(["name", "members", "updated"] as const).withDefault("name"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
  page: parseAsInteger.withDefault(1),
};

export type GroupUrl = inferParserType<typeof groupParsers>;

export const pageSize = 50;

/** The same as the API's query. */
export function toGroupsQuery({ query, connection, sort, order, page }: GroupUrl) {
  return {
    ...(query ? { search: query.slice(0, 256) } : {}),
    ...(connection ? { connection_id: connection } : {}),
    sort,
    order,
    page: Math.min(Math.max(page, 1), 1_000_000),
    limit: pageSize,
  };
}

export type GroupsQuery = ReturnType<typeof toGroupsQuery>;
