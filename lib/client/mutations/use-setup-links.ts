import { useMutation } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { SetupLinkWire } from "@/lib/contracts/setup-link";

/** A link right after it was made: the one time that its address is shown. */
export type MadeSetupLink = { setup_link: SetupLinkWire; setup_link_url: string };

export type NewSetupLinkBody = { connection_id?: string; identity_provider?: string; expires_in_hours: number; note: string; email_address?: string };

/** Makes a set-up link. */
export function useCreateSetupLink(organization: string) {
  // The answer holds the link: it must not stay in the cache.
  return useMutation({ mutationFn: (body: NewSetupLinkBody) => api.post<MadeSetupLink>(`/organizations/${organization}/setup_links`, body), gcTime: 0 });
}

/** Takes a set-up link back. */
export function useRevokeSetupLink(organization: string) {
  return useMutation({ mutationFn: (id: string) => api.delete(`/organizations/${organization}/setup_links/${id}`) });
}
