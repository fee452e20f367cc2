import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/lib/client/api";
import type { CreateOrganizationBody, Organization } from "@/lib/contracts/organization";

/** Makes an organization (operators). */
export function useCreateOrganization() {
  return useMutation({
    mutationFn: (body: z.input<typeof CreateOrganizationBody>) => api.post<{ organization: Organization }>("/organizations", body),
  });
}

/** Deletes an organization with everything in it (operators). */
export function useDeleteOrganization(organization: string) {
  return useMutation({ mutationFn: () => api.delete(`/organizations/${organization}`) });
}
