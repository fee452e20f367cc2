"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Organization } from "@/lib/contracts/organization";
import { api } from "../api";

type Operand = { filter_name: string; filter_value: string | readonly string[] };

/** Organizations to choose from: those whose name fits what was typed, and those already chosen. Operators only. */
export function useOrganizationOptions(text: string, chosen: readonly string[]) {
  const found = useQuery({
    queryKey: ["organizations", "named", text],
    queryFn: () => search(text === "" ? [] : [{ filter_name: "organization_name_fuzzy", filter_value: text }]),
    placeholderData: keepPreviousData,
  });
  const named = useQuery({
    queryKey: ["organizations", "chosen", chosen],
    queryFn: () => search([{ filter_name: "organization_ids", filter_value: chosen }]),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  });
  const known = new Map([...(named.data ?? []), ...(found.data ?? [])].map((each) => [each.organization_id, each.organization_name]));
  return { options: [...known].map(([value, label]) => ({ value, label })), loading: found.isFetching };
}

async function search(operands: Operand[]): Promise<Organization[]> {
  const query = operands.length > 0 ? { query: { operator: "AND", operands } } : {};
  return (await api.post<{ organizations: Organization[] }>("/organizations/search", { ...query, limit: 50 })).organizations;
}
