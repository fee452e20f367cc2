import { schemaDocument } from "@/lib/scim/discovery/schema-documents";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { refuseFilter } from "./refuse-filter";

/** GET /Schemas/{urn} (RFC 7643 section 7). */
export function getSchema(call: ScimCall): ScimAnswer {
  refuseFilter(call);
  return { status: 200, body: schemaDocument(call.scope.baseUrl, call.id, [call.schemas.user, call.schemas.group]) };
}
