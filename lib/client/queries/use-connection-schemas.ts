"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConnectionSchemaWire } from "@/lib/contracts/connection-schema";
import { api } from "../api";

/** The custom schemas of one connection. */
export function useConnectionSchemas(organization: string, connectionId: string) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "schemas"],
    queryFn: async ({ signal }) => (await api.get<{ schemas: ConnectionSchemaWire[] }>(`/scim/${organization}/connection/${connectionId}/schemas`, { signal })).schemas,
  });
}
