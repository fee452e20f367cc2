import type { JsonObject } from "@/lib/scim/resource/resource";

const bulkResponseSchema = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

/** What became of one operation. `response` is the error body of a failure; `location` is missing for a failed POST only. */
export type BulkResult = {
  method: string;
  status: number;
  bulkId?: string;
  location?: string;
  version?: string;
  response?: JsonObject;
};

/** The BulkResponse of RFC 7644 section 3.7.3, with each status as a string as in its text. */
export function bulkResponse(results: readonly BulkResult[]): JsonObject {
  return { schemas: [bulkResponseSchema], Operations: results.map(presentResult) };
}

function presentResult({ method, status, bulkId, location, version, response }: BulkResult): JsonObject {
  return {
    ...(location === undefined ? {} : { location }),
    method,
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(version === undefined ? {} : { version }),
    status: String(status),
    ...(response === undefined ? {} : { response }),
  };
}
