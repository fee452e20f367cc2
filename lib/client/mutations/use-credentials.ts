import { useMutation } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { CreateCredentialBody, NewCredential } from "@/lib/contracts/credential";

/** Makes an API credential; its secret is in this answer only. */
export function useCreateCredential() {
  return useMutation({ mutationFn: (body: CreateCredentialBody) => api.post<NewCredential>("/credentials", body), gcTime: 0 });
}

/** Ends an API credential. */
export function useRevokeCredential() {
  return useMutation({ mutationFn: (id: string) => api.delete(`/credentials/${id}`) });
}
