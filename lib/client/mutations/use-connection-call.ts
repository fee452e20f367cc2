"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { connectionCalls } from "./connection-calls";

type Calls = ReturnType<typeof connectionCalls>;

/**
 * A call on one organization's connections as a mutation; afterwards the connection's queries and the page are read anew:
 * `const pause = useConnectionCall(organization, (calls, id: string) => calls.pause(id))`.
 */
export function useConnectionCall<Input, Output>(organization: string, call: (calls: Calls, input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (input: Input) => call(connectionCalls(organization), input),
    // Results may hold a token: they must not stay in the cache.
    gcTime: 0,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["connections"] });
      router.refresh();
    },
  });
}
