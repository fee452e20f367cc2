import { z } from "zod";

export const findingCodes = [
  "external_id_not_guid",
  "user_name_not_email",
  "no_work_email",
  "tombstone_names",
  "duplicate_emails",
  "people_without_role",
  "group_without_role",
  "mapped_group_empty",
  "mapped_group_missing",
  "same_group_name",
  "entra_flag_missing",
  "string_booleans",
  "attributes_ignored",
  "members_unknown",
  "user_conflicts",
  "group_conflicts",
  "wrong_token",
  "server_errors",
  "rate_limited",
  "token_expiring",
  "rotation_open",
  "contact_overdue",
  "quarantine_likely",
  "refused_storm",
  "nobody_pushed",
  "no_update_seen",
  "no_deactivation_seen",
  "new_network",
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const severities = ["critical", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** What a finding rests on: numbers of its sentence, and up to five people, groups or calls. */
export type FindingEvidence = {
  values?: Record<string, string | number>;
  people?: { member_id: string; name: string; detail: string }[];
  groups?: { group_id: string | null; name: string }[];
  calls?: { request_id: string; at: string }[];
};

/** What a health rule found. `cleared` ones are kept for 30 days; a dismissed one comes back when it changes. */
export type FindingWire = {
  code: FindingCode;
  severity: Severity;
  status: "open" | "dismissed" | "cleared";
  count: number;
  evidence: FindingEvidence;
  first_seen_at: string;
  last_seen_at: string;
  cleared_at: string | null;
  dismissal: { at: string; by: string; reason: string } | null;
};

/** When the IdP was heard of, and when it should be again. `rhythm`: Entra's cycle, a learned one, or only when something changes. */
export type ContactClockWire = {
  last_contact_at: string | null;
  rhythm: "cycle" | "regular" | "on_change" | "unknown";
  every_minutes: number | null;
  next_expected_at: string | null;
  overdue: boolean;
};

/** What had to be repaired in the IdP's calls, all told. */
export type QuirkCountWire = { code: string; count: number; first_at: string; last_at: string; last_request_id: string; sample: string | null };

/** GET …/connection/{connection}/health */
export type HealthWire = { computed_at: string; duration_ms: number; findings: FindingWire[]; contact: ContactClockWire; quirks: QuirkCountWire[] };

/** POST …/health/{finding}/dismiss */
export const DismissFindingBody = z.object({ reason: z.string().trim().min(1, "required").max(500, "too_long") });
export type DismissFindingBody = z.infer<typeof DismissFindingBody>;
