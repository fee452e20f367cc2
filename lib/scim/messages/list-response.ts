import type { JsonObject, Resource } from "@/lib/scim/resource/resource";

const listResponseSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

/** A page. `startIndex` belongs to index paging, the cursors to cursor paging (RFC 9865 section 2). */
export type ListPage = {
  totalResults: number;
  resources: readonly Resource[];
  startIndex?: number;
  nextCursor?: string;
  previousCursor?: string;
};

/** The ListResponse of RFC 7644 section 3.4.2. Okta insists on numbers and on an array, also when empty. */
export function listResponse(page: ListPage): JsonObject {
  return {
    schemas: [listResponseSchema],
    totalResults: page.totalResults,
    ...(page.startIndex === undefined ? {} : { startIndex: page.startIndex }),
    itemsPerPage: page.resources.length,
    ...(page.previousCursor === undefined ? {} : { previousCursor: page.previousCursor }),
    ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    Resources: [...page.resources],
  };
}
