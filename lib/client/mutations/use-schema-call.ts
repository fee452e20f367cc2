"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CreateSchemaBody, UpdateSchemaBody } from "@/lib/contracts/connection-schema";
import { api } from "../api";

/** What the portal does to a connection's custom schemas. */
function schemaCalls(organization: string, connectionId: string) {
  const at = `/scim/${organization}/connection/${connectionId}/schemas`;
  return {
    create: (body: CreateSchemaBody) => api.post(at, body),
    update: (schemaId: string, body: UpdateSchemaBody) => api.put(`${at}/${schemaId}`, body),
    remove: (schemaId: string) => api.delete(`${at}/${schemaId}`),
  };
}

type Calls = ReturnType<typeof schemaCalls>;

/** One such call as a mutation; afterwards the connection's queries are read anew. */
export function useSchemaCall<Input, Output>(organization: string, connectionId: string, call: (calls: Calls, input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => call(schemaCalls(organization, connectionId), input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["connections"] }),
  });
}
