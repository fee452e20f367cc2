import type { Filter } from "@/lib/scim/filter/filter";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Projection } from "@/lib/scim/resource/project-attributes";
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

export type PageLimits = { defaultCount: number; maxCount: number };

/** Reads the query parameters of a list request. */
export function parseListQuery(
  params: URLSearchParams,
  schema: ResourceSchema,
  quirks: QuirkLog,
  limits: PageLimits,
): ListQuery {
  throw new Error(`not built yet: ${params.size}${schema.endpoint}${quirks.entries().length}${limits.maxCount}`);
}
