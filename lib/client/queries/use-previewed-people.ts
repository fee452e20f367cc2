"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PreviewedPeople, PreviewedPeopleBody } from "@/lib/contracts/role";
import { api } from "../api";

/** A page of the people who would gain or lose one role; asked only while `enabled`. */
export function usePreviewedPeople(organization: string, connectionId: string, body: PreviewedPeopleBody, enabled: boolean) {
  return useQuery({
    queryKey: ["roles", organization, connectionId, "preview", body],
    queryFn: async ({ signal }) => {
      const found = await api.post<PreviewedPeople>(`/scim/${organization}/connection/${connectionId}/role_mappings/preview/members`, body, { signal });
      return { members: found.members, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
    enabled,
  });
}
