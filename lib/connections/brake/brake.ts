export type BrakeMode = "suspend" | "hold" | "off";

/** The limits of a connection's brake. */
export type Brake = { mode: BrakeMode; people: number; percent: number };

/** What a connection has until somebody changes it. */
export const defaultBrake: Brake = { mode: "suspend", people: 10, percent: 10 };

/** How long the brake looks back. The database function `take_departure` says the same. */
export const windowMinutes = 15;

export type BrakeCounts = { waiting: number; earlier: number; returned: number; released: number; undone: number; undoneInactive: number };

/** One time that a brake caught a mass departure. */
export type BrakeCase = {
  id: string;
  connectionId: string;
  connectionName: string;
  status: "open" | "closed";
  mode: "suspend" | "hold";
  people: number;
  percent: number;
  base: number;
  openedAt: Date;
  lastAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
  counts: BrakeCounts;
};

/** Where a person of a case stands; `waiting` is suspended or held. */
export type Standing = "waiting" | "earlier" | "returned" | "released" | "undone";

/**
 * SQL: the standing of departure `d` with its registration `r` (left joined). The IdP may have brought a suspended person back by itself: then nothing waits.
 */
export const standingOf = `CASE
  WHEN d.state IN ('released', 'undone') THEN d.state::text
  WHEN d.state = 'held' THEN 'waiting'
  WHEN r.active THEN 'returned'
  WHEN d.state = 'suspended' THEN 'waiting'
  ELSE 'earlier' END`;
