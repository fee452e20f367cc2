import { ScimError } from "@/lib/scim/errors";
import { parseRootFilter } from "@/lib/scim/filter/parse-filter";
import type { ListParameters, ListQuery, PageLimits } from "@/lib/scim/messages/list-query";
import { parsePage } from "@/lib/scim/messages/parse-page";
import { parseSort } from "@/lib/scim/messages/parse-sort";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { parseProjection } from "@/lib/scim/resource/project-attributes";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** What a query at the server root means for one resource type. */
export type RootQuery = { schema: ResourceSchema; query: ListQuery };

/**
 * Reads a query over several resource types (RFC 7644 section 3.4.2.1), one reading for each. What only another type has
 * counts as unassigned; what none has is an error. Throws as parseListQuery does.
 */
export function parseRootQuery(
  parameters: ListParameters,
  schemas: readonly ResourceSchema[],
  quirks: QuirkLog,
  limits: PageLimits,
): RootQuery[] {
  const page = parsePage(parameters, quirks, limits);
  return schemas.map((schema) => {
    const others = schemas.filter((other) => other !== schema);
    const query = {
      ...page,
      ...readFilter(parameters, schema, others, quirks),
      ...readSort(parameters, schema, others),
      projection: parseProjection(schema, parameters),
    };
    return { schema, query };
  });
}

function readFilter(
  { filter }: ListParameters,
  schema: ResourceSchema,
  others: readonly ResourceSchema[],
  quirks: QuirkLog,
): Pick<ListQuery, "filter"> {
  if (filter === undefined || filter.trim() === "") return {};
  return { filter: parseRootFilter(filter, schema, others, quirks) };
}

/** A type that lacks the attribute has nothing to sort by. */
function readSort(
  parameters: ListParameters,
  schema: ResourceSchema,
  others: readonly ResourceSchema[],
): Pick<ListQuery, "sortBy" | "sortOrder"> {
  try {
    return parseSort(parameters, schema);
  } catch (error) {
    if (!(error instanceof ScimError) || error.scimType !== "invalidPath") throw error;
    if (!others.some((other) => canSort(parameters, other))) throw error;
    return parseSort({ ...parameters, sortBy: "" }, schema);
  }
}

function canSort(parameters: ListParameters, schema: ResourceSchema): boolean {
  try {
    parseSort(parameters, schema);
    return true;
  } catch {
    return false;
  }
}
