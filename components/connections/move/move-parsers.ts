import { type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs";

export const outcomeOptions = ["ambiguous", "only_new", "only_old", "matched"] as const;

/** What the people of a move keep in the URL. */
export const moveParsers = { query: parseAsString, outcome: parseAsStringLiteral(outcomeOptions), page: parseAsInteger.withDefault(1) };

export const pageSize = 50;

/** The same as the API's query. */
export function toMovePeopleQuery({ query, outcome, page }: inferParserType<typeof moveParsers>) {
  return { ...(query ? { search: query.slice(0, 256) } : {}), ...(outcome ? { outcome } : {}), page: Math.min(Math.max(page, 1), 100_000), limit: pageSize };
}
