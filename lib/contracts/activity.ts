import { z } from "zod";

/** GET …/requests: newest first, a page at a time. */
export const ScimRequestsQuery = z.object({
  connection_id: z.string().max(128).optional(),
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

/** Why a call cannot be repeated. */
export const replayRefusals = ["read_only", "done", "bulk", "not_let_in", "body_none", "body_cut", "body_redacted", "body_private", "connection_paused", "changed_since"] as const;
export type ReplayRefusal = (typeof replayRefusals)[number];

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

/** POST …/requests/{request}/replay: first without `apply`, then with it and the version that the trial run gave. */
export const ReplayBody = z.object({ apply: z.boolean().default(false), version: z.string().max(64).optional() });
export type ReplayBody = z.infer<typeof ReplayBody>;

/** Somebody, or a group, that a call names; null ids and name for who is not known here. */
export const CallPersonWire = z.object({ resource_id: z.string(), member_id: z.string().nullable(), group_id: z.string().nullable(), name: z.string().nullable() });
export type CallPersonWire = z.infer<typeof CallPersonWire>;

/** How a call ended: `partly` was answered well, but people whom it names are not provisioned. */
export const CallOutcome = z.enum(["done", "partly", "refused", "failed"]);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** What had to be tolerated in a call, and how often. */
export const QuirkWire = z.object({ code: z.string(), count: z.number().int(), sample: z.string().optional() });
export type QuirkWire = z.infer<typeof QuirkWire>;

/** Whom a call puts into its group or takes out: the first few, and how many. `replaces`: they are to be all there are. */
const CallPeople = z.object({
  added: z.array(CallPersonWire),
  removed: z.array(CallPersonWire),
  added_count: z.number().int(),
  removed_count: z.number().int(),
  replaces: z.boolean(),
});

/** What the sentence of a cause names: a connection of the same organization, the last four of a token, when it ended, how much of it came. */
export const CauseFactsWire = z.object({ connection: z.string(), last_four: z.string(), at: z.iso.datetime().nullable(), arrived: z.number().int(), whole: z.number().int() });
export type CauseFactsWire = z.infer<typeof CauseFactsWire>;

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
  /** The member or group behind the subject, where they are still here. */
  member_id: z.string().nullable(),
  group_id: z.string().nullable(),
  people: CallPeople.nullable(),
  outcome: CallOutcome,
  status: z.number().int(),
  scim_type: z.string().nullable(),
  detail: z.string().nullable(),
  duration_ms: z.number(),
  /** Last four of the token that the call was made with; null when it was refused before. */
  token_last_four: z.string().nullable(),
  quirks: z.array(QuirkWire),
  cause: z.enum(failureCauses).nullable(),
  cause_facts: CauseFactsWire,
  /** The failed call that this one repeats, and who asked for it. */
  replay_of: z.string().nullable(),
  replayed_by: z.string().nullable(),
});
export type ScimRequestWire = z.infer<typeof ScimRequestWire>;

/** One thing that a call changed. */
export const CallEffectWire = z.object({
  kind: z.enum(callEffectKinds),
  member: z.object({ member_id: z.string(), name: z.string() }).nullable(),
  group: z.object({ group_id: z.string(), name: z.string() }).nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  roles: z.object({ gained: z.array(z.string()), lost: z.array(z.string()) }).nullable(),
});
export type CallEffectWire = z.infer<typeof CallEffectWire>;

/** With the redacted exchange. */
export const ScimRequestDetailsWire = ScimRequestWire.extend({
  request_headers: z.record(z.string(), z.string()),
  request_body: z.string().nullable(),
  response_headers: z.record(z.string(), z.string()),
  response_body: z.string().nullable(),
  /** Why a body is not here: `private` in privacy mode, `cut` beyond 16 KiB, `none` where it had none or was not read. */
  body_state: z.enum(["kept", "none", "cut", "redacted", "private"]),
  remote_address: z.string().nullable(),
  /** What it changed, as far as events tell. */
  effects: z.array(CallEffectWire),
  effect_count: z.number().int(),
  /** Null: it can be repeated. */
  replay_refusal: z.enum(replayRefusals).nullable(),
  /** The address that the IdP calls, for a copy as curl. */
  base_url: z.string().nullable(),
});
export type ScimRequestDetailsWire = z.infer<typeof ScimRequestDetailsWire>;

/** What a repeated call did, or would do. */
export const ReplayWire = z.object({
  applied: z.boolean(),
  status: z.number().int(),
  detail: z.string().nullable(),
  effects: z.array(CallEffectWire),
  effect_count: z.number().int(),
  /** People whom it names and who are not provisioned. */
  left_out: z.number().int(),
  version: z.string(),
  /** The new call, once applied. */
  scim_request_id: z.string().nullable(),
});
export type ReplayWire = z.infer<typeof ReplayWire>;
