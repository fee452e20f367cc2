"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { EventWire } from "@/lib/contracts/webhook";
import { api } from "../api";

const PAGE_SIZE = 50;

/** Events that carry a text, newest first, a page after the other. */
export function useEvents(organizationId: string | null, query: string) {
  return useInfiniteQuery({
    queryKey: ["events", organizationId, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ events: EventWire[]; next_cursor: string | null }>("/events", {
        query: { order: "desc", organization_id: organizationId, query: query || undefined, after: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.events.length === PAGE_SIZE ? (page.next_cursor ?? undefined) : undefined),
    placeholderData: keepPreviousData,
  });
}
