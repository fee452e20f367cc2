"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { HealthWire } from "@/lib/contracts/health";
import { api } from "../api";

const path = (organization: string, connectionId: string): string => `/scim/${organization}/connection/${connectionId}/health`;

/** The health of a connection, kept fresh by the live stream. `initial` is what the server read. */
export function useHealth(organization: string, connectionId: string, initial: HealthWire) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "health"],
    queryFn: async ({ signal }) => (await api.get<{ health: HealthWire }>(path(organization, connectionId), { signal })).health,
    initialData: initial,
    // Tokens expire and contact becomes overdue by the clock alone. What came after the last computation is looked at soon.
    refetchInterval: ({ state }) => ((state.data?.contact.last_contact_at ?? "") > (state.data?.computed_at ?? "") ? 4_000 : 60_000),
  }).data;
}

/** Puts a finding aside with a reason, or, without one, takes that back. */
export function useDismissFinding(organization: string, connectionId: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: async ({ code, reason }: { code: string; reason: string | null }) => {
      const at = `${path(organization, connectionId)}/${code}`;
      return (await (reason === null ? api.post<{ health: HealthWire }>(`${at}/restore`) : api.post<{ health: HealthWire }>(`${at}/dismiss`, { reason }))).health;
    },
    onSuccess: (health) => {
      queries.setQueryData(["connections", organization, connectionId, "health"], health);
      router.refresh();
    },
  });
}
