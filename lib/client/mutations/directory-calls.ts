import type { RoleMappingPreview, RoleMappings, SetRoleMappingsBody } from "@/lib/contracts/role";
import { api } from "../api";

type NewRole = { role_id: string; description: string; permissions: { resource_id: string; actions: string[] }[] };

/** What the portal does to one organization's members and roles, each a call of the management API. */
export function directoryCalls(organization: string) {
  const member = (memberId: string, rest = ""): string => `/organizations/${organization}/members/${memberId}${rest}`;
  const mappings = (connectionId: string, rest = ""): string => `/scim/${organization}/connection/${connectionId}/role_mappings${rest}`;
  return {
    assignRole: (memberId: string, roleId: string) => api.post(member(memberId, "/roles"), { role_id: roleId }),
    unassignRole: (memberId: string, roleId: string) => api.delete(member(memberId, `/roles/${encodeURIComponent(roleId)}`)),
    removeMember: (memberId: string) => api.delete(member(memberId)),
    reactivateMember: (memberId: string) => api.put(member(memberId, "/reactivate")),
    findMappings: (connectionId: string) => api.get<RoleMappings>(mappings(connectionId)),
    previewMappings: (connectionId: string, body: SetRoleMappingsBody) => api.post<RoleMappingPreview>(mappings(connectionId, "/preview"), body),
    saveMappings: (connectionId: string, body: SetRoleMappingsBody) => api.put<RoleMappings>(mappings(connectionId), body),
  };
}

/** What an operator does to the role catalogue. */
export const catalogueCalls = {
  create: (role: NewRole) => api.post("/rbac/roles", role),
  update: (roleId: string, role: Partial<Omit<NewRole, "role_id">>) => api.put(`/rbac/roles/${encodeURIComponent(roleId)}`, role),
  remove: (roleId: string) => api.delete(`/rbac/roles/${encodeURIComponent(roleId)}`),
};
