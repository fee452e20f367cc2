import { parseFilter } from "@/lib/scim/filter/parse-filter";
import type { Filter } from "@/lib/scim/filter/filter";
import { parsePage } from "@/lib/scim/messages/parse-page";
import { parseSort } from "@/lib/scim/messages/parse-sort";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { parseProjection, type Projection } from "@/lib/scim/resource/project-attributes";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** A list request (RFC 7644 section 3.4.2). `cursor` is "" for the first page of a cursor query (RFC 9865 section 2). */
export type ListQuery = {
  filter?: Filter;
  startIndex: number;
  count: number;
  cursor?: string;
  sortBy?: AttributePath;
  sortOrder: "ascending" | "descending";
  projection: Projection;
};

/** What a list request may say, in a query string or in the body of a .search; undefined where it says nothing. */
export type ListParameters = {
  filter?: string;
  startIndex?: string | number;
  count?: string | number;
  cursor?: string;
  sortBy?: string;
  sortOrder?: string;
  attributes?: string | readonly string[];
  excludedAttributes?: string | readonly string[];
};

export type PageLimits = { defaultCount: number; maxCount: number };

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

/** Parameter names count in any case; of repeated ones the first. */
function readParameters(params: URLSearchParams, quirks: QuirkLog): ListParameters {
  const parameters: { [Name in (typeof names)[number]]?: string } = {};
  for (const [key, value] of params) {
    const lower = key.toLowerCase();
    const name = names.find((each) => each.toLowerCase() === lower);
    if (name !== undefined) parameters[name] ??= value;
    else if (lower !== "") quirks.note("query_flag", key);
  }
  return parameters;
}
