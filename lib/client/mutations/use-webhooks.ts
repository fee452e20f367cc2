import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/lib/client/api";
import type { AttemptWire, CreateEndpointBody, EndpointWire, RedeliverBody, UpdateEndpointBody } from "@/lib/contracts/webhook";

/** Makes an endpoint; its signing secret is in this answer only. */
export function useCreateEndpoint() {
  return useMutation({
    mutationFn: (body: z.input<typeof CreateEndpointBody>) => api.post<{ webhook_endpoint: EndpointWire; secret: string }>("/webhook_endpoints", body),
    gcTime: 0,
  });
}

/** What one can do to an endpoint; whatever was done, it and its deliveries are read again. */
export function useEndpointCall<Input, Output>(endpointId: string, call: (path: string, input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => call(`/webhook_endpoints/${endpointId}`, input),
    onSettled: () => client.invalidateQueries({ queryKey: ["webhooks", endpointId] }),
    gcTime: 0,
  });
}

export const endpointCalls = {
  update: (path: string, change: z.input<typeof UpdateEndpointBody>) => api.put<{ webhook_endpoint: EndpointWire }>(path, change),
  delete: (path: string, _: undefined) => api.delete(path),
  rotate: (path: string, overlapHours: number) => api.post<{ secret: string }>(`${path}/rotate_secret`, { overlap_hours: overlapHours }),
  test: (path: string, _: undefined) => api.post<{ attempt: Omit<AttemptWire, "at"> }>(`${path}/test`),
  redeliver: (path: string, deliveryId: string) => api.post(`${path}/deliveries/${deliveryId}/redeliver`),
  redeliverSince: (path: string, body: RedeliverBody) => api.post<{ redelivered: number }>(`${path}/redeliver`, body),
};
