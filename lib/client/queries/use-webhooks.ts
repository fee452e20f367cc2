"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { DeliveryWire, EndpointWire } from "@/lib/contracts/webhook";
import { api } from "../api";

/** How often to look again while something is on its way. */
const POLL_MS = 3000;

/** One endpoint; looked at again every few seconds while deliveries wait. */
export function useWebhookEndpoint(initial: EndpointWire) {
  return useQuery({
    queryKey: ["webhooks", initial.endpoint_id],
    queryFn: async ({ signal }) => (await api.get<{ webhook_endpoint: EndpointWire }>(`/webhook_endpoints/${initial.endpoint_id}`, { signal })).webhook_endpoint,
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && state.data.status === "active" && state.data.pending_count > 0 ? POLL_MS : false),
  });
}

type DeliveryPage = { deliveries: DeliveryWire[]; next_cursor: string | null };

/** Deliveries of an endpoint, newest first, a page after the other; fresh every few seconds while one of them waits. */
export function useDeliveries(endpointId: string, status: DeliveryWire["status"] | undefined, live: boolean) {
  return useInfiniteQuery({
    queryKey: ["webhooks", endpointId, "deliveries", status],
    queryFn: ({ pageParam, signal }) =>
      api.get<DeliveryPage>(`/webhook_endpoints/${endpointId}/deliveries`, { query: { status, cursor: pageParam, limit: 25 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      live && state.data?.pages.some((page) => page.deliveries.some((delivery) => delivery.status === "pending")) ? POLL_MS : false,
  });
}
