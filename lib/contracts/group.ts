import { z } from "zod";

/** A group that an IdP pushed. `group_id` is the id the IdP was given for it. */
export const Group = z.object({
  group_id: z.string(),
  group_name: z.string(),
  external_id: z.string().nullable(),
  organization_id: z.string(),
  connection_id: z.string(),
  connection_name: z.string(),
  member_count: z.number().int(),
  /** Roles that this very group is mapped to. */
  role_ids: z.array(z.string()),
  created_at: z.string(),
  updated_at: z.string(),
});

export const GroupMember = z.object({
  member_id: z.string(),
  name: z.string(),
  email_address: z.string(),
  status: z.string(),
  added_at: z.string(),
});

const page = z.coerce.number().int().min(1).max(1_000_000).default(1);
const limit = z.coerce.number().int().min(1).max(1000).default(50);

export const FindGroupsQuery = z.object({
  search: z.string().max(256).optional(),
  connection_id: z.string().max(128).optional(),
  sort: z.enum(["name", "members", "updated"]).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
  page,
  limit,
});

export const FindGroupMembersQuery = z.object({ search: z.string().max(256).optional(), page, limit });

export type Group = z.infer<typeof Group>;
export type GroupMember = z.infer<typeof GroupMember>;
