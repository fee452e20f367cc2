import type { CreateTrustedIssuerBody } from "@/lib/contracts/session";
import { api } from "../api";

/** What the portal does to the sessions of one organization's members. */
export function sessionCalls(organization: string) {
  const sessions = (memberId: string): string => `/organizations/${organization}/members/${memberId}/sessions`;
  return {
    end: (memberId: string, sessionId: string) => api.delete(`${sessions(memberId)}/${sessionId}`),
    endAll: (memberId: string) => api.delete<{ ended_sessions: number }>(sessions(memberId)),
  };
}

/** What an operator does to signing keys. */
export const signingKeyCalls = {
  rotate: (force: boolean) => api.post("/signing_keys/rotate", { force }),
  withdraw: (keyId: string) => api.post(`/signing_keys/${keyId}/withdraw`),
};

/** What an operator does to trusted issuers. */
export const trustedIssuerCalls = {
  create: (body: CreateTrustedIssuerBody) => api.post("/trusted_issuers", body),
  update: (id: string, body: CreateTrustedIssuerBody) => api.put(`/trusted_issuers/${id}`, body),
  remove: (id: string) => api.delete(`/trusted_issuers/${id}`),
};
