import { useMutation } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { CreateInvitationBody } from "@/lib/contracts/invitation";

/** An invitation right after it was made. The link is there only for those who may hand it over. */
export type SentInvitation = { invitation_id: string; member_id: string; expires_at: string; emailed: boolean; invitation_url: string | null };

/** Invites an org admin. */
export function useInviteAdmin(organization: string) {
  return useMutation({ mutationFn: (body: CreateInvitationBody) => api.post<SentInvitation>(`/organizations/${organization}/invitations`, body) });
}

/** Sends an invitation again with a new link. */
export function useResendInvitation(organization: string) {
  return useMutation({ mutationFn: (id: string) => api.post<SentInvitation>(`/organizations/${organization}/invitations/${id}/resend`) });
}

/** Takes an invitation back. */
export function useRevokeInvitation(organization: string) {
  return useMutation({ mutationFn: (id: string) => api.delete(`/organizations/${organization}/invitations/${id}`) });
}
