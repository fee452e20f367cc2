"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { api } from "../api";
import { useHydrated } from "../use-hydrated";

/** One connection, kept fresh by the live stream; the page gives what the server read, which parts of the page that come later are still written from. */
export function useConnection(organization: string, initial: ConnectionDetailsWire): ConnectionDetailsWire {
  const hydrated = useHydrated();
  const { data } = useQuery({
    queryKey: ["connections", organization, initial.connection_id],
    queryFn: async ({ signal }) => {
      const path = `/scim/${organization}/connection/${initial.connection_id}/details`;
      return (await api.get<{ connection: ConnectionDetailsWire }>(path, { signal })).connection;
    },
    initialData: initial,
  });
  return hydrated ? data : initial;
}
