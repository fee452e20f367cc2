import { schemaDocuments } from "@/lib/scim/discovery/schema-documents";
import { listResponse } from "@/lib/scim/messages/list-response";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { refuseFilter } from "./refuse-filter";

/** GET /Schemas (RFC 7643 section 7); Entra wants a ListResponse. */
export function listSchemas(call: ScimCall): ScimAnswer {
  refuseFilter(call);
  const resources = schemaDocuments(call.scope.baseUrl, [call.schemas.user, call.schemas.group]);
  return { status: 200, body: listResponse({ totalResults: resources.length, startIndex: 1, resources }) };
}
