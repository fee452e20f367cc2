"use client";

import { useQuery } from "@tanstack/react-query";
import type { SignInMethodsWire } from "@/lib/contracts/sign-in-method";
import { api } from "../api";

/** How the IdP may sign in to one connection. */
export function useSignInMethods(organization: string, connectionId: string) {
  return useQuery({
    queryKey: ["connections", organization, connectionId, "sign-in-methods"],
    queryFn: async ({ signal }) => {
      const path = `/scim/${organization}/connection/${connectionId}/sign_in_methods`;
      return (await api.get<{ sign_in_methods: SignInMethodsWire }>(path, { signal })).sign_in_methods;
    },
  });
}
