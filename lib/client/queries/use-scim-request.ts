"use client";

import { useQuery } from "@tanstack/react-query";
import type { ScimRequestDetailsWire } from "@/lib/contracts/activity";
import { api } from "../api";

/** One logged call with its redacted exchange. */
export function useScimRequest(organization: string, requestId: string) {
  return useQuery({
    queryKey: ["request", organization, requestId],
    queryFn: async ({ signal }) => {
      const path = `/scim/${organization}/requests/${requestId}`;
      return (await api.get<{ scim_request: ScimRequestDetailsWire }>(path, { signal })).scim_request;
    },
    // A call that was made does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
