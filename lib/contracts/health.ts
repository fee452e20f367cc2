import { z } from "zod";
import { findingCodes } from "./finding-codes";

export type FindingCode = (typeof findingCodes)[number];

export const severities = ["critical", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** What a finding rests on: numbers of its sentence, and up to five people, groups or calls. */
export const FindingEvidence = z.object({
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  people: z.array(z.object({ member_id: z.string(), name: z.string(), detail: z.string() })).optional(),
  groups: z.array(z.object({ group_id: z.string().nullable(), name: z.string() })).optional(),
  calls: z.array(z.object({ request_id: z.string(), at: z.string() })).optional(),
});
export type FindingEvidence = z.infer<typeof FindingEvidence>;

const time = z.iso.datetime().nullable();

/** What a health rule found. `cleared` ones are kept for 30 days; a dismissed one comes back when it changes. */
export const FindingWire = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(severities),
  status: z.enum(["open", "dismissed", "cleared"]),
  count: z.number().int(),
  evidence: FindingEvidence,
  first_seen_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime(),
  cleared_at: time,
  dismissal: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
});
export type FindingWire = z.infer<typeof FindingWire>;

/** When the IdP was heard of, and when it should be again. `rhythm`: Entra's cycle, a learned one, or only when something changes. */
export const ContactClockWire = z.object({
  last_contact_at: time,
  rhythm: z.enum(["cycle", "regular", "on_change", "unknown"]),
  every_minutes: z.number().nullable(),
  next_expected_at: time,
  overdue: z.boolean(),
  /** Calls come or not: each is refused until the connection is resumed. */
  paused: z.boolean(),
});
export type ContactClockWire = z.infer<typeof ContactClockWire>;

/** What had to be repaired in the IdP's calls, all told. */
export const QuirkCountWire = z.object({
  code: z.string(),
  count: z.number().int(),
  first_at: z.iso.datetime(),
  last_at: z.iso.datetime(),
  last_request_id: z.string(),
  sample: z.string().nullable(),
});
export type QuirkCountWire = z.infer<typeof QuirkCountWire>;

/** GET …/connection/{connection}/health */
export const HealthWire = z.object({
  computed_at: z.iso.datetime(),
  duration_ms: z.number(),
  findings: z.array(FindingWire),
  contact: ContactClockWire,
  quirks: z.array(QuirkCountWire),
});
export type HealthWire = z.infer<typeof HealthWire>;

/** POST …/health/{finding}/dismiss */
export const DismissFindingBody = z.object({ reason: z.string().trim().min(1, "required").max(500, "too_long") });
export type DismissFindingBody = z.infer<typeof DismissFindingBody>;
