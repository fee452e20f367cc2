import { z } from "zod";
import { IdentityProvider } from "./connection";

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
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
});
export type MovePeopleQuery = z.infer<typeof MovePeopleQuery>;

/** POST …/move/match: this person of the new identity provider is that member of the old one. */
export const MatchMoveBody = z.object({ registration_id: z.uuid(), member_id: z.string() });
export type MatchMoveBody = z.infer<typeof MatchMoveBody>;

/** POST …/move/finish: what becomes of people whom only the old identity provider knows. */
export const FinishMoveBody = z.object({ only_old: z.enum(["keep", "deactivate"]) });
export type FinishMoveBody = z.infer<typeof FinishMoveBody>;

export type MoveWire = {
  move_id: string;
  status: "open" | "finished" | "cancelled";
  from: { connection_id: string; display_name: string; identity_provider: string };
  to: { connection_id: string; display_name: string; identity_provider: string };
  started_at: string;
  started_by: string;
  ended_at: string | null;
  ended_by: string | null;
  counts: Record<MoveOutcome, number>;
};

export type MovedPersonWire = {
  member_id: string;
  name: string;
  email_address: string;
  outcome: MoveOutcome;
  /** email, user_name, hand; null where nobody was matched. */
  matched_by: string | null;
  old: { user_name: string; active: boolean } | null;
  new: { registration_id: string; user_name: string; active: boolean } | null;
  /** After the end, for people whom only the old identity provider knew. */
  fate: "kept" | "deactivated" | null;
};

/** What finishing would take away: roles that come through groups of the old connection alone. */
export type MoveLossWire = { role_id: string; count: number };
