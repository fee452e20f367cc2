import type { Filter } from "@/lib/scim/filter/filter";
import type { Projection } from "@/lib/scim/resource/project-attributes";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";

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
