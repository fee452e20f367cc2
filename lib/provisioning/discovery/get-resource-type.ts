import { resourceType } from "@/lib/scim/discovery/resource-types";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { refuseFilter } from "./refuse-filter";

/** GET /ResourceTypes/{name} (RFC 7643 section 6); CyberArk reads nothing else. */
export function getResourceType(call: ScimCall): ScimAnswer {
  refuseFilter(call);
  return { status: 200, body: resourceType(call.scope.baseUrl, call.id, [call.schemas.user, call.schemas.group]) };
}
