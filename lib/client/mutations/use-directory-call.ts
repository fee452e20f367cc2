"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

/** A change of members, groups or roles as a mutation; afterwards their queries and the page are read anew. */
export function useDirectoryCall<Input, Output>(call: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: call,
    onSuccess: async () => {
      await Promise.all(["members", "groups", "roles", "connections"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      router.refresh();
    },
  });
}
