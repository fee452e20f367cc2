import { env } from "@/lib/env";

/** Where the portal shows a case of a brake; for e-mails and for the sentences that an IdP's administrator reads. */
export function brakeCaseUrl(place: { organizationId: string; connectionId: string }, caseId: string): string {
  return `${env().publicUrl}/organizations/${place.organizationId}/connections/${place.connectionId}/brake/${caseId}`;
}
