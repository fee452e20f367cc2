"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CredentialKind, Federation, IssuedCredentialWire, SignInMethod } from "@/lib/contracts/sign-in-method";
import { api } from "../api";

/** What the portal does to a connection's sign-in methods. What was issued is in the answer only and never cached. */
function signInMethodCalls(organization: string, connectionId: string) {
  const at = `/scim/${organization}/connection/${connectionId}`;
  const issue = async (path: string, body?: unknown): Promise<IssuedCredentialWire> =>
    (await api.post<{ credential: IssuedCredentialWire }>(`${at}${path}`, body)).credential;
  return {
    enable: (method: SignInMethod, federation?: Federation) => issue(`/sign_in_methods/${method}`, federation ? { federation } : {}),
    disable: (method: SignInMethod) => api.delete(`${at}/sign_in_methods/${method}`),
    addCredential: (kind: CredentialKind) => issue("/credentials", { kind }),
    revokeCredential: (credentialId: string) => api.delete(`${at}/credentials/${credentialId}`),
    setRedirectUris: (redirectUris: string[]) => api.put(`${at}/redirect_uris`, { redirect_uris: redirectUris }),
  };
}

type Calls = ReturnType<typeof signInMethodCalls>;

/** One such call as a mutation: `const disable = useSignInMethodCall(organization, id, (calls, method: SignInMethod) => calls.disable(method))`. */
export function useSignInMethodCall<Input, Output>(
  organization: string,
  connectionId: string,
  call: (calls: Calls, input: Input) => Promise<Output>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => call(signInMethodCalls(organization, connectionId), input),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["connections"] }),
  });
}
