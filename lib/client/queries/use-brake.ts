"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { BrakeCaseWire, BrakeWire, DepartureWire } from "@/lib/contracts/brake";
import { api } from "../api";

const at = (organization: string, connectionId: string): string => `/scim/${organization}/connection/${connectionId}/brake`;

/** The brake of one connection: its settings, and what it caught so far. */
export function useBrake(organization: string, connectionId: string) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "brake"],
    queryFn: async ({ signal }) => {
      const [{ brake }, { brake_cases: cases }] = await Promise.all([
        api.get<{ brake: BrakeWire }>(at(organization, connectionId), { signal }),
        api.get<{ brake_cases: BrakeCaseWire[] }>(`${at(organization, connectionId)}/cases`, { signal }),
      ]);
      return { brake, cases };
    },
  });
}

/** One case, kept fresh by the live stream, and every second while a decision about it is being carried out. */
export function useBrakeCase(organization: string, initial: BrakeCaseWire, busy: boolean): BrakeCaseWire {
  const { data } = useQuery({
    queryKey: ["connections", organization, initial.connection_id, "brake", initial.brake_case_id],
    queryFn: async ({ signal }) => (await api.get<{ brake_case: BrakeCaseWire }>(`${at(organization, initial.connection_id)}/cases/${initial.brake_case_id}`, { signal })).brake_case,
    initialData: initial,
    refetchInterval: busy ? 1000 : false,
  });
  return data;
}

/** A page of the people of a case. */
export function useDepartures(organization: string, place: { connection_id: string; brake_case_id: string }, query: Record<string, string | number | undefined>) {
  return useQuery({
    queryKey: ["connections", organization, place.connection_id, "brake", place.brake_case_id, "departures", query],
    queryFn: async ({ signal }) => {
      const path = `${at(organization, place.connection_id)}/cases/${place.brake_case_id}/departures`;
      const found = await api.get<{ departures: DepartureWire[]; results_metadata: { total: number } }>(path, { query, signal });
      return { rows: found.departures, total: found.results_metadata.total };
    },
    placeholderData: keepPreviousData,
  });
}
