import { z } from "zod";
import { listPart } from "./envelope";

/** What happens when more people leave through a connection than its limits let pass within 15 minutes. */
export const BrakeMode = z.enum(["suspend", "hold", "off"]);
export type BrakeMode = z.infer<typeof BrakeMode>;

/** PUT …/brake: what is left out stays. */
export const SetBrakeBody = z.object({
  mode: BrakeMode.optional(),
  /** It brakes above so many people … */
  people: z.number().int().min(1).max(1_000_000).optional(),
  /** … and above so many percent of the connection's active people. */
  percent: z.number().int().min(0).max(100).optional(),
});
export type SetBrakeBody = z.infer<typeof SetBrakeBody>;

/** The portal's form: everything at once. */
export const BrakeForm = SetBrakeBody.required();
export type BrakeForm = z.infer<typeof BrakeForm>;

export const BrakeWire = z.object({
  mode: BrakeMode,
  people: z.number(),
  percent: z.number(),
  window_minutes: z.number(),
  /** How many may leave within the window at this moment before it brakes. */
  allowed: z.number(),
});
export type BrakeWire = z.infer<typeof BrakeWire>;

export const BrakeCaseWire = z.object({
  brake_case_id: z.string(),
  connection_id: z.string(),
  connection_name: z.string(),
  status: z.enum(["open", "closed"]),
  mode: z.enum(["suspend", "hold"]),
  people: z.number(),
  percent: z.number(),
  /** Active people when it braked, those who had just left included. */
  active_people: z.number(),
  opened_at: z.iso.datetime(),
  last_at: z.iso.datetime(),
  closed_at: z.iso.datetime().nullable(),
  closed_by: z.string().nullable(),
  counts: z.object({
    /** Suspended or held: somebody has to decide. */
    waiting: z.number(),
    /** Left within the window before it braked, as ever. */
    earlier: z.number(),
    /** Active again by the identity provider's word. */
    returned: z.number(),
    released: z.number(),
    undone: z.number(),
    /** Undone, and inactive to the identity provider still. */
    undone_inactive: z.number(),
  }),
});
export type BrakeCaseWire = z.infer<typeof BrakeCaseWire>;

/** Where a person of a case stands now. */
export const Standing = z.enum(["waiting", "earlier", "returned", "released", "undone"]);
export type Standing = z.infer<typeof Standing>;

/** GET …/cases/{case}/departures. */
export const DeparturesQuery = z.object({
  search: z.string().trim().max(256).optional(),
  standing: Standing.optional(),
  ...listPart({ most: 200, usual: 50 }),
});
export type DeparturesQuery = z.infer<typeof DeparturesQuery>;

/** POST …/undo and …/release. Without ids: everybody who waits; `include_earlier` undoes also those who left before it braked. */
export const DecideDeparturesBody = z.object({
  departure_ids: z.array(z.uuid()).min(1).max(10_000).optional(),
  include_earlier: z.boolean().default(false),
});
export type DecideDeparturesBody = z.infer<typeof DecideDeparturesBody>;

export const DepartureWire = z.object({
  departure_id: z.string(),
  member_id: z.string(),
  registration_id: z.string(),
  name: z.string(),
  email_address: z.string(),
  kind: z.enum(["deactivate", "delete"]),
  standing: Standing,
  /** What the identity provider last said; null when it deleted the person. */
  active_at_identity_provider: z.boolean().nullable(),
  at: z.iso.datetime(),
  /** Roles that the person has (held) or gets back (suspended). */
  roles: z.array(z.string()),
  /** The identity provider's call, while the log keeps it. */
  request_id: z.string().nullable(),
  decided_at: z.iso.datetime().nullable(),
  decided_by: z.string().nullable(),
});
export type DepartureWire = z.infer<typeof DepartureWire>;
