import { z } from "zod";
import { IdentityProvider } from "./connection";
import { listPart } from "./envelope";

/** POST …/move: the connection to move to is made by it. */
export const StartMoveBody = z.object({
  display_name: z.string().trim().min(1).max(128),
  identity_provider: IdentityProvider,
  /** Names of mapped groups whose role mappings are carried over; left out: all. */
  group_names: z.array(z.string().min(1).max(1000)).max(10_000).optional(),
});
export type StartMoveBody = z.infer<typeof StartMoveBody>;

export const moveOutcomes = ["matched", "ambiguous", "only_old", "only_new"] as const;
export type MoveOutcome = (typeof moveOutcomes)[number];

/** GET …/move/people. */
export const MovePeopleQuery = z.object({
  outcome: z.enum(moveOutcomes).optional(),
  search: z.string().trim().max(256).optional(),
  ...listPart({ most: 1000, usual: 50 }),
});
export type MovePeopleQuery = z.infer<typeof MovePeopleQuery>;

/** POST …/move/match: this person of the new identity provider is that member of the old one. */
export const MatchMoveBody = z.object({ registration_id: z.uuid(), member_id: z.string() });
export type MatchMoveBody = z.infer<typeof MatchMoveBody>;

/** POST …/move/detach: whoever of the new identity provider is matched with this member is somebody else. */
export const DetachMoveBody = z.object({ member_id: z.string() });
export type DetachMoveBody = z.infer<typeof DetachMoveBody>;

/** POST …/move/finish: what becomes of people whom only the old identity provider knows. */
export const FinishMoveBody = z.object({ only_old: z.enum(["keep", "deactivate"]) });
export type FinishMoveBody = z.infer<typeof FinishMoveBody>;

const Side = z.object({ connection_id: z.string(), display_name: z.string(), identity_provider: z.string() });

export const MoveWire = z.object({
  move_id: z.string(),
  status: z.enum(["open", "finished", "cancelled"]),
  from: Side,
  to: Side,
  started_at: z.iso.datetime(),
  started_by: z.string(),
  ended_at: z.iso.datetime().nullable(),
  ended_by: z.string().nullable(),
  counts: z.object({ matched: z.number().int(), ambiguous: z.number().int(), only_old: z.number().int(), only_new: z.number().int() }),
});
export type MoveWire = z.infer<typeof MoveWire>;

export const MovedPersonWire = z.object({
  member_id: z.string(),
  name: z.string(),
  email_address: z.string(),
  outcome: z.enum(moveOutcomes),
  /** email, user_name, hand; null where nobody was matched. */
  matched_by: z.string().nullable(),
  old: z.object({ user_name: z.string(), active: z.boolean() }).nullable(),
  new: z.object({ registration_id: z.string(), user_name: z.string(), active: z.boolean() }).nullable(),
  /** After the end, for people whom only the old identity provider knew. */
  fate: z.enum(["kept", "deactivated"]).nullable(),
  /** The member of the old identity provider with whom they were matched, until somebody said that they are not the same person. */
  parted_from: z.object({ member_id: z.string(), name: z.string() }).nullable(),
});
export type MovedPersonWire = z.infer<typeof MovedPersonWire>;

/** What finishing would take away: roles that come through groups of the old connection alone. */
export const MoveLossWire = z.object({ role_id: z.string(), count: z.number().int() });
export type MoveLossWire = z.infer<typeof MoveLossWire>;
