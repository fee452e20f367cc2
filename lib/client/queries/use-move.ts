"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MovedPersonWire, MoveLossWire, MoveWire } from "@/lib/contracts/move";
import { api } from "../api";

const at = (organization: string, connectionId: string): string => `/scim/${organization}/connection/${connectionId}/move`;

export type MoveNow = { move: MoveWire; losses: MoveLossWire[] };

/** The move of a connection, kept fresh by the live stream. */
export function useMove(organization: string, connectionId: string, initial: MoveNow): MoveNow {
  const { data } = useQuery({
    queryKey: ["connections", organization, connectionId, "move"],
    queryFn: ({ signal }) => api.get<MoveNow>(at(organization, connectionId), { signal }),
    initialData: initial,
  });
  return data;
}

/** A page of the people of a move. */
export function useMovePeople(organization: string, connectionId: string, query: Record<string, string | number | undefined>) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "move", "people", query],
    queryFn: async ({ signal }) => {
      const found = await api.get<{ people: MovedPersonWire[]; results_metadata: { total: number } }>(`${at(organization, connectionId)}/people`, { query, signal });
      return { rows: found.people, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
  });
}
