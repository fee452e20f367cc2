import { z } from "zod";

/** A role's name on the wire: letters, digits and `_ - . :`. */
export const RoleId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, "must be 1 to 128 letters, digits, or _ - . :");

export const RolePermission = z.object({ resource_id: z.string().min(1).max(128), actions: z.array(z.string().min(1).max(128)).max(100) });

export const Role = z.object({
  role_id: z.string(),
  description: z.string(),
  permissions: z.array(RolePermission),
});

/** A role as the portal lists it. */
export const RoleWithUse = Role.extend({
  reserved: z.boolean(),
  /** `catalogue` for every organization, `organization` for this one only. */
  origin: z.enum(["catalogue", "organization"]),
  member_count: z.number().int(),
  group_count: z.number().int(),
});

const GroupStep = z.object({ group_id: z.string(), group_name: z.string() });

/** Why a member has a role. `path` leads from the group they are in to the mapped one. */
export const RoleSource = z.object({
  type: z.string(),
  details: z.object({
    connection_id: z.string().optional(),
    connection_name: z.string().optional(),
    group_id: z.string().optional(),
    group_name: z.string().optional(),
    path: z.array(GroupStep).optional(),
  }),
});

export const MemberRole = z.object({ role_id: z.string(), sources: z.array(RoleSource) });

const description = z.string().trim().max(500);
const permissions = z.array(RolePermission).max(200);

export const CreateRoleBody = z.object({ role_id: RoleId, description: description.default(""), permissions: permissions.default([]) });
export const UpdateRoleBody = z.object({ description: description.optional(), permissions: permissions.optional() });
export const SetOrganizationPolicyBody = z.object({ org_policy: z.object({ roles: z.array(CreateRoleBody).max(200) }) });
export const AssignRoleBody = z.object({ role_id: z.string().min(1).max(128) });

/** `rbac/policy`: what all roles of the catalogue allow. */
export const Policy = z.object({
  roles: z.array(Role),
  resources: z.array(z.object({ resource_id: z.string(), description: z.string(), actions: z.array(z.string()) })),
  scopes: z.array(z.never()),
});

/** One row of a mapping: a pushed group by id, or one that is still to come by name. */
const RoleMappingEntry = z.object({ role_id: z.string().min(1).max(128), group_id: z.string().max(64).optional(), group_name: z.string().trim().max(1024).optional() });

export const RoleMappings = z.object({
  connection_id: z.string(),
  version: z.string(),
  role_mappings: z.array(z.object({ role_id: z.string(), group_id: z.string().nullable(), group_name: z.string() })),
});

export const SetRoleMappingsBody = z.object({ role_mappings: z.array(RoleMappingEntry).max(5000), version: z.string().max(128).optional() });

/** Whose names are asked for: those who would gain, or lose, one role. */
export const PreviewedPeopleBody = SetRoleMappingsBody.pick({ role_mappings: true }).extend({
  role_id: z.string().min(1).max(128),
  change: z.enum(["gained", "lost"]),
  search: z.string().max(256).optional(),
  page: z.int().min(1).max(1_000_000).default(1),
  limit: z.int().min(1).max(1000).default(50),
});

const PreviewedPerson = z.object({ member_id: z.string(), name: z.string(), email_address: z.string() });

export const PreviewedPeople = z.object({ members: z.array(PreviewedPerson), results_metadata: z.object({ total: z.number().int() }) });

/** Who gains and who loses what, if these mappings were saved. */
export const RoleMappingPreview = z.object({
  version: z.string(),
  changes: z.array(
    z.object({
      role_id: z.string(),
      change: z.enum(["gained", "lost"]),
      count: z.number().int(),
      /** The first of them by name. */
      members: z.array(PreviewedPerson),
    }),
  ),
  warnings: z.array(z.enum(["no_org_admin_left", "own_access_lost"])),
});

export type Role = z.infer<typeof Role>;
export type RoleWithUse = z.infer<typeof RoleWithUse>;
export type RoleSource = z.infer<typeof RoleSource>;
export type MemberRole = z.infer<typeof MemberRole>;
export type RoleMappings = z.infer<typeof RoleMappings>;
export type RoleMappingPreview = z.infer<typeof RoleMappingPreview>;
export type SetRoleMappingsBody = z.infer<typeof SetRoleMappingsBody>;
export type PreviewedPeople = z.infer<typeof PreviewedPeople>;
export type PreviewedPeopleBody = z.input<typeof PreviewedPeopleBody>;
