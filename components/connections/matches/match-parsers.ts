import { type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs";

export const matchStatuses = ["open", "linked", "apart", "ignored"] as const;

/** What the page of who is who keeps in its URL. */
export const matchParsers = { query: parseAsString, status: parseAsStringLiteral(matchStatuses).withDefault("open"), page: parseAsInteger.withDefault(1) };

export const pageSize = 50;

/** The same as the API's query. */
export function toMatchesQuery({ query, status, page }: inferParserType<typeof matchParsers>) {
  return { status, ...(query ? { search: query.slice(0, 256) } : {}), page: Math.min(Math.max(page, 1), 100_000), limit: pageSize };
}
