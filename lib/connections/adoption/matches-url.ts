import { env } from "@/lib/env";

/** Where the portal asks who is who on a connection; for the sentences that an IdP's administrator reads. */
export function matchesUrl(place: { organizationId: string; connectionId: string }): string {
  return `${env().publicUrl}/organizations/${place.organizationId}/connections/${place.connectionId}/matches`;
}
