"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { countedMembers } from "@/lib/contracts/counted-members";
import type { MemberSummary } from "@/lib/contracts/member";
import { api } from "../api";

type Query = Record<string, string | number | undefined>;

/** With `isMore` there are more than `total`. */
export type MemberList = { members: MemberSummary[]; total: number; isMore: boolean };

/** A page of members, kept fresh by the live stream. `initial` is what the server read for exactly this query. */
export function useMembers(organization: string, query: Query, initial?: MemberList) {
  return useQuery({
    queryKey: ["members", organization, query],
    queryFn: async ({ signal }) => {
      const found = await api.get<{ members: MemberSummary[]; results_metadata: { total: number; total_is_lower_bound: boolean } }>(`/organizations/${organization}/members`, { query: { ...query, total_up_to: countedMembers }, signal });
      return { members: found.members, total: found.results_metadata.total, isMore: found.results_metadata.total_is_lower_bound };
    },
    placeholderData: keepPreviousData,
    ...(initial ? { initialData: initial } : {}),
  });
}
