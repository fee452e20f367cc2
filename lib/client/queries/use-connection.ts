"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { api } from "../api";

/** One connection, kept fresh by the live stream; the page gives what the server read. */
export function useConnection(organization: string, initial: ConnectionDetailsWire): ConnectionDetailsWire {
  const { data } = useQuery({
    queryKey: ["connections", organization, initial.connection_id],
    queryFn: async ({ signal }) => {
      const path = `/scim/${organization}/connection/${initial.connection_id}/details`;
      return (await api.get<{ connection: ConnectionDetailsWire }>(path, { signal })).connection;
    },
    initialData: initial,
  });
  return data;
}
