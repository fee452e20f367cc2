"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ScimRequestWire } from "@/lib/contracts/activity";
import { api } from "../api";

export type ScimRequestFilters = {
  connection_id?: string;
  failures?: boolean;
  show?: string;
  search?: string;
  resource_id?: string;
  limit?: number;
};

/** Logged calls, newest first, a page after the other. */
export function useScimRequests(organization: string, filters: ScimRequestFilters) {
  return useInfiniteQuery({
    queryKey: ["requests", organization, filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ scim_requests: ScimRequestWire[]; next_cursor: string | null }>(`/scim/${organization}/requests`, {
        query: { ...filters, failures: filters.failures ? "true" : undefined, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
