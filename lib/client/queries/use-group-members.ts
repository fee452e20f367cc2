"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { GroupMember } from "@/lib/contracts/group";
import { api } from "../api";

/** A page of a group's people, kept fresh by the live stream. */
export function useGroupMembers(organization: string, groupId: string, query: { search?: string; page: number; limit: number }) {
  return useQuery({
    queryKey: ["groups", organization, groupId, "members", query],
    queryFn: async ({ signal }) => {
      const path = `/organizations/${organization}/groups/${groupId}/members`;
      const found = await api.get<{ members: GroupMember[]; results_metadata: { total: number } }>(path, { query, signal });
      return { members: found.members, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
  });
}
