"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AdoptionPolicy, AdoptionWire } from "@/lib/contracts/adoption";
import { api } from "../api";

const at = (organization: string, connectionId: string): string => `/scim/${organization}/connection/${connectionId}`;

/** A page of the questions of who is who on a connection. */
export function useAdoptions(organization: string, connectionId: string, query: Record<string, string | number | undefined>) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "adoptions", query],
    queryFn: async ({ signal }) => {
      const found = await api.get<{ adoptions: AdoptionWire[]; results_metadata: { total: number } }>(`${at(organization, connectionId)}/adoptions`, { query, signal });
      return { adoptions: found.adoptions, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
  });
}

/** What the connection does about people who are here already, and how many questions are open. */
export function useAdoptionPolicy(organization: string, connectionId: string) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "adoption-policy"],
    queryFn: async ({ signal }) => {
      const [{ adoption_policy: policy }, { results_metadata: found }] = await Promise.all([
        api.get<{ adoption_policy: AdoptionPolicy }>(`${at(organization, connectionId)}/adoption_policy`, { signal }),
        api.get<{ results_metadata: { total: number } }>(`${at(organization, connectionId)}/adoptions`, { query: { limit: 1 }, signal }),
      ]);
      return { policy, open: found.total };
    },
  });
}
