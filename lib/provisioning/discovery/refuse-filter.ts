import { forbidden } from "@/lib/scim/errors";
import type { ScimCall } from "../scim-call";

/** RFC 7644 section 4: a filter on a discovery endpoint is answered with 403. */
export function refuseFilter(call: Pick<ScimCall, "query">): void {
  if (call.query.has("filter")) throw forbidden("Schemas, resource types and the service's configuration cannot be filtered.");
}
