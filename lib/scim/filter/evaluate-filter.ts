import type { Filter } from "@/lib/scim/filter/filter";
import type { Resource } from "@/lib/scim/resource/resource";

/** Whether the resource satisfies the filter. */
export function evaluateFilter(filter: Filter, resource: Resource): boolean {
  throw new Error(`not built yet: ${filter.kind}${Object.keys(resource).length}`);
}
