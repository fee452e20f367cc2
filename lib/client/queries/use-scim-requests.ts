"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ScimRequestWire } from "@/lib/contracts/activity";
import { api } from "../api";

/** The query of `GET …/requests`: see ScimRequestsQuery. */
export type ScimRequestFilters = Record<string, string | number | boolean | undefined>;

type Page = { scim_requests: ScimRequestWire[]; next_cursor: string | null; searched_back_to: string | null };

/** Logged calls, newest first, a page after the other. */
export function useScimRequests(organization: string, filters: ScimRequestFilters) {
  return useInfiniteQuery({
    queryKey: ["requests", organization, filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/scim/${organization}/requests`, {
        query: { ...filters, failures: filters.failures ? "true" : undefined, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
