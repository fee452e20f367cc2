"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConnectionWire } from "@/lib/contracts/connection";
import { api } from "../api";

/** The connections of an organization, for finding one by its name. */
export function useConnectionNames(organization: string) {
  return useQuery({
    queryKey: ["connections", organization, "names"],
    queryFn: async ({ signal }) => (await api.get<{ connections: ConnectionWire[] }>(`/scim/${organization}/connections`, { signal })).connections,
  });
}
