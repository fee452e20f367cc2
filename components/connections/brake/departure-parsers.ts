import { type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs";

export const standings = ["waiting", "earlier", "returned", "undone", "released"] as const;

/** What the review of a mass departure keeps in its URL. */
export const departureParsers = {
  query: parseAsString,
  standing: parseAsStringLiteral(standings),
  page: parseAsInteger.withDefault(1),
};

export const pageSize = 50;

/** The same as the API's query. */
export function toDeparturesQuery({ query, standing, page }: inferParserType<typeof departureParsers>) {
  return {
    ...(query ? { search: query.slice(0, 256) } : {}),
    ...(standing ? { standing } : {}),
    page: Math.min(Math.max(page, 1), 100_000),
    limit: pageSize,
  };
}
