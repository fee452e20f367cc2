import { parseFilter } from "@/lib/scim/filter/parse-filter";
import type { ListParameters, ListQuery, PageLimits } from "@/lib/scim/messages/list-query";
import { parsePage } from "@/lib/scim/messages/parse-page";
import { parseSort } from "@/lib/scim/messages/parse-sort";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { parseProjection } from "@/lib/scim/resource/project-attributes";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

export type { ListQuery } from "@/lib/scim/messages/list-query";

/**
 * Reads the query parameters of a list request; unknown ones such as Entra's `aadOptscim062020` are ignored (tolerance
 * 32). Throws invalidFilter, invalidPath (sortBy), invalidValue or invalidCount.
 */
export function parseListQuery(
  params: URLSearchParams,
  schema: ResourceSchema,
  quirks: QuirkLog,
  limits: PageLimits,
): ListQuery {
  return parseListParameters(readParameters(params, quirks), schema, quirks, limits);
}

/** The same for parameters from anywhere. */
export function parseListParameters(
  parameters: ListParameters,
  schema: ResourceSchema,
  quirks: QuirkLog,
  limits: PageLimits,
): ListQuery {
  const { filter } = parameters;
  return {
    ...(filter === undefined || filter.trim() === "" ? {} : { filter: parseFilter(filter, schema, quirks) }),
    ...parsePage(parameters, quirks, limits),
    ...parseSort(parameters, schema),
    projection: parseProjection(schema, parameters),
  };
}

const names = [
  "filter",
  "startIndex",
  "count",
  "cursor",
  "sortBy",
  "sortOrder",
  "attributes",
  "excludedAttributes",
] as const;

/** The query parameters of a list request: names count in any case. Of repeated ones the first counts, but lists of attributes add up. */
export function readParameters(params: URLSearchParams, quirks: QuirkLog): ListParameters {
  const parameters: { [Name in (typeof names)[number]]?: string } = {};
  for (const [key, value] of params) {
    const lower = key.toLowerCase();
    const name = names.find((each) => each.toLowerCase() === lower);
    const before = name === undefined ? undefined : parameters[name];
    if (name === "attributes" || name === "excludedAttributes") {
      parameters[name] = before === undefined ? value : `${before},${value}`;
    } else if (name !== undefined) parameters[name] = before ?? value;
    else if (lower !== "") quirks.note("query_flag", key);
  }
  return parameters;
}
