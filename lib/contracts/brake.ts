import { z } from "zod";

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

export type BrakeWire = {
  mode: BrakeMode;
  people: number;
  percent: number;
  window_minutes: number;
  /** How many may leave within the window at this moment before it brakes. */
  allowed: number;
};

export type BrakeCaseWire = {
  brake_case_id: string;
  connection_id: string;
  connection_name: string;
  status: "open" | "closed";
  mode: "suspend" | "hold";
  people: number;
  percent: number;
  /** Active people when it braked, those who had just left included. */
  active_people: number;
  opened_at: string;
  last_at: string;
  closed_at: string | null;
  closed_by: string | null;
  counts: {
    /** Suspended or held: somebody has to decide. */
    waiting: number;
    /** Left within the window before it braked, as ever. */
    earlier: number;
    /** Active again by the identity provider's word. */
    returned: number;
    released: number;
    undone: number;
    /** Undone, and inactive to the identity provider still. */
    undone_inactive: number;
  };
};

/** Where a person of a case stands now. */
export const Standing = z.enum(["waiting", "earlier", "returned", "released", "undone"]);
export type Standing = z.infer<typeof Standing>;

/** GET …/cases/{case}/departures. */
export const DeparturesQuery = z.object({
  search: z.string().trim().max(256).optional(),
  standing: Standing.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeparturesQuery = z.infer<typeof DeparturesQuery>;

/** POST …/undo and …/release. Without ids: everybody who waits; `include_earlier` undoes also those who left before it braked. */
export const DecideDeparturesBody = z.object({
  departure_ids: z.array(z.uuid()).min(1).max(10_000).optional(),
  include_earlier: z.boolean().default(false),
});
export type DecideDeparturesBody = z.infer<typeof DecideDeparturesBody>;

export type DepartureWire = {
  departure_id: string;
  member_id: string;
  registration_id: string;
  name: string;
  email_address: string;
  kind: "deactivate" | "delete";
  standing: Standing;
  /** What the identity provider last said; null when it deleted the person. */
  active_at_identity_provider: boolean | null;
  at: string;
  /** Roles that the person has (held) or gets back (suspended). */
  roles: string[];
  /** The identity provider's call, while the log keeps it. */
  request_id: string | null;
  decided_at: string | null;
  decided_by: string | null;
};
