import { z } from "zod";

/** GET …/requests: newest first, a page at a time. */
export const ScimRequestsQuery = z.object({
  connection_id: z.string().max(128).optional(),
  /** "true": only calls that were refused or failed. */
  failures: z.enum(["true", "false"]).optional(),
  operation: z.string().max(64).optional(),
  /** Narrows to calls that write, or to those about people or groups. */
  show: z.enum(["all", "changes", "people", "groups"]).optional(),
  /** A SCIM id: only the calls about this person or group. */
  resource_id: z.string().max(64).optional(),
  /** Part of a path, a name, an id or an error text. */
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ScimRequestsQuery = z.infer<typeof ScimRequestsQuery>;

/** Why a call failed, as far as an admin can do something about it. Each has a sentence and a fix in the catalogue. */
export const failureCauses = [
  "token_missing",
  "token_basic",
  "token_twice",
  "token_wrong",
  "paused",
  "path_flag",
  "path_doubled",
  "path_unknown",
  "method",
  "duplicate_user",
  "duplicate_group",
  "user_unknown",
  "group_unknown",
  "filter",
  "patch_path",
  "body",
  "value",
  "too_large",
  "too_many",
  "server",
  "refused",
] as const;
export type FailureCause = (typeof failureCauses)[number];

/** What an IdP wanted with a call, in the terms of a person who reads about it. */
export const requestActions = [
  "test_credentials",
  "list_users",
  "find_user",
  "get_user",
  "create_user",
  "update_user",
  "deactivate_user",
  "activate_user",
  "delete_user",
  "list_groups",
  "find_group",
  "get_group",
  "create_group",
  "update_group",
  "change_members",
  "delete_group",
  "read_capabilities",
  "unknown",
] as const;
export type RequestAction = (typeof requestActions)[number];

/** What had to be tolerated in a call, and how often. */
export const QuirkWire = z.object({ code: z.string(), count: z.number().int(), sample: z.string().optional() });
export type QuirkWire = z.infer<typeof QuirkWire>;

/** One logged call of an IdP. */
export const ScimRequestWire = z.object({
  scim_request_id: z.string(),
  connection_id: z.string().nullable(),
  received_at: z.iso.datetime(),
  method: z.string(),
  path: z.string(),
  operation: z.string(),
  /** What the IdP wanted, for a sentence. */
  action: z.enum(requestActions),
  resource_id: z.string().nullable(),
  /** Whom or what the call was about, as far as it can be told: a user name or a group's name. */
  subject: z.string().nullable(),
  status: z.number().int(),
  scim_type: z.string().nullable(),
  detail: z.string().nullable(),
  duration_ms: z.number(),
  /** Last four of the token that the call was made with; null when it was refused before. */
  token_last_four: z.string().nullable(),
  quirks: z.array(QuirkWire),
  cause: z.enum(failureCauses).nullable(),
});
export type ScimRequestWire = z.infer<typeof ScimRequestWire>;

/** With the redacted exchange. */
export const ScimRequestDetailsWire = ScimRequestWire.extend({
  request_headers: z.record(z.string(), z.string()),
  request_body: z.string().nullable(),
  response_body: z.string().nullable(),
  remote_address: z.string().nullable(),
});
export type ScimRequestDetailsWire = z.infer<typeof ScimRequestDetailsWire>;
