"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Group } from "@/lib/contracts/group";
import { api } from "../api";

type Query = Record<string, string | number | undefined>;

export type GroupList = { groups: Group[]; total: number };

/** A page of groups, kept fresh by the live stream. `initial` is what the server read for exactly this query. */
export function useGroups(organization: string, query: Query, initial?: GroupList) {
  return useQuery({
    queryKey: ["groups", organization, query],
    queryFn: async ({ signal }) => {
      const found = await api.get<{ groups: Group[]; results_metadata: { total: number } }>(`/organizations/${organization}/groups`, { query, signal });
      return { groups: found.groups, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
    ...(initial ? { initialData: initial } : {}),
  });
}
