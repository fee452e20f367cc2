import { z } from "zod";
import { listPart } from "./envelope";

/** A group that an IdP pushed. `group_id` is the id the IdP was given for it. */
export const Group = z.object({
  group_id: z.string(),
  group_name: z.string(),
  external_id: z.string().nullable(),
  organization_id: z.string(),
  connection_id: z.string(),
  connection_name: z.string(),
  /** People who are directly in it. */
  member_count: z.number().int(),
  /** Groups that are directly inside it. */
  group_count: z.number().int(),
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

const part = listPart({ most: 1000, usual: 50 });

export const FindGroupsQuery = z.object({
  search: z.string().max(256).optional(),
  connection_id: z.string().max(128).optional(),
  sort: z.enum(["name", "members", "updated"]).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
  ...part,
});

export const FindGroupMembersQuery = z.object({ search: z.string().max(256).optional(), ...part });

export type FindGroupsQuery = z.infer<typeof FindGroupsQuery>;
export type Group = z.infer<typeof Group>;
export type GroupMember = z.infer<typeof GroupMember>;
