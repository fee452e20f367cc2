import { z } from "zod";

/** GET …/requests: newest first, a page at a time. */
export const ScimRequestsQuery = z.object({
  connection_id: z.string().optional(),
  /** "true": only calls that were refused or failed. */
  failures: z.enum(["true", "false"]).optional(),
  operation: z.string().max(64).optional(),
  /** What the IdP wanted: create_user, change_members, … */
  action: z.string().max(64).optional(),
  /** refused (4xx), failed (5xx), partly (people were left out), or one status. */
  result: z.union([z.enum(["refused", "failed", "partly"]), z.coerce.number().int().min(100).max(599)]).optional(),
  /** Narrows to calls that write, or to those about people or groups. */
  show: z.enum(["all", "changes", "people", "groups"]).optional(),
  /** A SCIM id: only the calls about this person or group, and those that changed them. */
  resource_id: z.uuid().optional(),
  /** A member: the calls about any of their registrations, and those that changed them. */
  member_id: z.string().max(64).optional(),
  since: z.coerce.date().optional(),
  until: z.coerce.date().optional(),
  /** Part of a path, a name, an id or an error text. */
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ScimRequestsQuery = z.infer<typeof ScimRequestsQuery>;

/** Somebody, or a group, that a call names; null ids and name for who is not known here. */
export type CallPersonWire = { resource_id: string; member_id: string | null; group_id: string | null; name: string | null };

/** How a call ended: `partly` was answered well, but people whom it names are not provisioned. */
export type CallOutcome = "done" | "partly" | "refused" | "failed";

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
  /** The member or group behind the subject, where they are still here. */
  member_id: string | null;
  group_id: string | null;
  /** Whom the call puts into the group or takes out: the first few, and how many. `replaces`: they are to be all there are. */
  people: { added: CallPersonWire[]; removed: CallPersonWire[]; added_count: number; removed_count: number; replaces: boolean } | null;
  outcome: CallOutcome;
  status: number;
  scim_type: string | null;
  detail: string | null;
  duration_ms: number;
  /** Last four of the token that the call was made with; null when it was refused before. */
  token_last_four: string | null;
  quirks: QuirkWire[];
  cause: FailureCause | null;
  cause_facts: CauseFactsWire;
  /** The failed call that this one repeats, and who asked for it. */
  replay_of: string | null;
  replayed_by: string | null;
};

/** With the redacted exchange. */
export type ScimRequestDetailsWire = ScimRequestWire & {
  request_headers: Record<string, string>;
  request_body: string | null;
  response_headers: Record<string, string>;
  response_body: string | null;
  /** Why a body is not here: `private` in privacy mode, `cut` beyond 16 KiB, `none` where it had none or was not read. */
  body_state: "kept" | "none" | "cut" | "redacted" | "private";
  remote_address: string | null;
  /** What it changed, as far as events tell. */
  effects: CallEffectWire[];
  effect_count: number;
  /** Null: it can be repeated. */
  replay_refusal: ReplayRefusal | null;
  /** The address that the IdP calls, for a copy as curl. */
  base_url: string | null;
};

/** Why a call cannot be repeated. */
export const replayRefusals = ["read_only", "done", "bulk", "not_let_in", "body_none", "body_cut", "body_redacted", "body_private", "connection_paused", "changed_since"] as const;
export type ReplayRefusal = (typeof replayRefusals)[number];

/** POST …/requests/{request}/replay: first without `apply`, then with it and the version that the trial run gave. */
export const ReplayBody = z.object({ apply: z.boolean().default(false), version: z.string().max(64).optional() });
export type ReplayBody = z.infer<typeof ReplayBody>;

/** What a repeated call did, or would do. */
export type ReplayWire = {
  applied: boolean;
  status: number;
  detail: string | null;
  effects: CallEffectWire[];
  effect_count: number;
  /** People whom it names and who are not provisioned. */
  left_out: number;
  version: string;
  /** The new call, once applied. */
  scim_request_id: string | null;
};

/** One thing that a call changed. */
export type CallEffectWire = {
  kind: CallEffectKind;
  member: { member_id: string; name: string } | null;
  group: { group_id: string; name: string } | null;
  fields: { field: string; before: unknown; after: unknown }[];
  roles: { gained: string[]; lost: string[] } | null;
};

export const callEffectKinds = [
  "person_created",
  "person_updated",
  "person_deactivated",
  "person_reactivated",
  "person_removed",
  "group_created",
  "group_updated",
  "group_removed",
  "member_added",
  "member_removed",
  "roles_changed",
] as const;
export type CallEffectKind = (typeof callEffectKinds)[number];

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
  "member_unknown",
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
