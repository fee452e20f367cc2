"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReplayWire } from "@/lib/contracts/activity";
import { api } from "../api";

const path = (organization: string, callId: string): string => `/scim/${organization}/requests/${callId}/replay`;

/** What repeating a call would do: tried out and rolled back. */
export function useReplayTrial(organization: string, callId: string) {
  return useQuery({
    queryKey: ["replay", organization, callId],
    queryFn: async () => (await api.post<{ replay: ReplayWire }>(path(organization, callId))).replay,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Repeats a call for good; `version` is the trial's. */
export function useReplay(organization: string, callId: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: async (version: string) => (await api.post<{ replay: ReplayWire }>(path(organization, callId), { apply: true, version })).replay,
    onSuccess: async () => {
      await Promise.all(["request", "requests", "members", "groups", "roles", "connections"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      router.refresh();
    },
  });
}
