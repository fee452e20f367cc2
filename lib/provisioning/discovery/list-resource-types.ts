import { resourceTypes } from "@/lib/scim/discovery/resource-types";
import { listResponse } from "@/lib/scim/messages/list-response";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { refuseFilter } from "./refuse-filter";

/** GET /ResourceTypes (RFC 7643 section 6). */
export function listResourceTypes(call: ScimCall): ScimAnswer {
  refuseFilter(call);
  const resources = resourceTypes(call.scope.baseUrl, [call.schemas.user, call.schemas.group]);
  return { status: 200, body: listResponse({ totalResults: resources.length, startIndex: 1, resources }) };
}
