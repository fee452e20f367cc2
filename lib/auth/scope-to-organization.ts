import type { Actor, OrganizationScope } from "@/lib/scope";

/** Makes the right to touch one organization's rows. Call it only after `actor` was allowed in (or for the command line). */
export function scopeToOrganization(organizationId: string, actor: Actor): OrganizationScope {
  return { organizationId, actor } as OrganizationScope;
}
