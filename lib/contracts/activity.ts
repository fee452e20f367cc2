import { z } from "zod";

/** GET …/requests: newest first, a page at a time. */
export const ScimRequestsQuery = z.object({
  connection_id: z.string().optional(),
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

/** What had to be tolerated in a call, and how often. */
export type QuirkWire = { code: string; count: number; sample?: string };

/** What the sentence of a cause names: a connection of the same organization, the last four of a token, when it ended, how much of it came. */
export type CauseFactsWire = { connection: string; last_four: string; at: string | null; arrived: number; whole: number };

/** One logged call of an IdP. */
export type ScimRequestWire = {
  scim_request_id: string;
  connection_id: string | null;
  received_at: string;
  method: string;
  path: string;
  operation: string;
  /** What the IdP wanted, for a sentence. */
  action: RequestAction;
  resource_id: string | null;
  /** Whom or what the call was about, as far as it can be told: a user name or a group's name. */
  subject: string | null;
  status: number;
  scim_type: string | null;
  detail: string | null;
  duration_ms: number;
  /** Last four of the token that the call was made with; null when it was refused before. */
  token_last_four: string | null;
  quirks: QuirkWire[];
  cause: FailureCause | null;
  cause_facts: CauseFactsWire;
};

/** With the redacted exchange. */
export type ScimRequestDetailsWire = ScimRequestWire & {
  request_headers: Record<string, string>;
  request_body: string | null;
  response_body: string | null;
  remote_address: string | null;
};

/** Why a call failed, as far as an admin can do something about it. Each has a sentence and a fix in the catalogue. */
export const failureCauses = [
  "token_missing",
  "token_basic",
  "token_twice",
  "token_wrong",
  "token_spaced",
  "token_wrapped",
  "token_cut",
  "token_other_connection",
  "token_rotated",
  "token_cancelled",
  "token_replaced",
  "token_revoked",
  "token_expired",
  "access_token_ended",
  "token_is_client_secret",
  "token_is_refresh_token",
  "basic_off",
  "basic_token",
  "basic_wrong",
  "url_wrong",
  "path_users",
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
