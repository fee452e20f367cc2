import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/lib/client/api";
import type { UpdateOrganizationBody, Organization } from "@/lib/contracts/organization";

/** Changes name, address and looks of an organization. */
export function useUpdateOrganization(organization: string) {
  return useMutation({
    mutationFn: (change: z.input<typeof UpdateOrganizationBody>) => api.put<{ organization: Organization }>(`/organizations/${organization}`, change),
  });
}
