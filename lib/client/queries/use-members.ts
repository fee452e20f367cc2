"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MemberSummary } from "@/lib/contracts/member";
import { api } from "../api";

type Query = Record<string, string | number | undefined>;

export type MemberList = { members: MemberSummary[]; total: number };

/** A page of members, kept fresh by the live stream. `initial` is what the server read for exactly this query. */
export function useMembers(organization: string, query: Query, initial?: MemberList) {
  return useQuery({
    queryKey: ["members", organization, query],
    queryFn: async ({ signal }) => {
      const found = await api.get<{ members: MemberSummary[]; results_metadata: { total: number } }>(`/organizations/${organization}/members`, { query, signal });
      return { members: found.members, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
    ...(initial ? { initialData: initial } : {}),
  });
}
