import type { MovedPersonWire, MoveWire } from "@/lib/contracts/move";
import { toWireId } from "@/lib/contracts/wire-id";
import type { MovedPersonRecord } from "./find-moved-people";
import type { Move } from "./move";

/** A move in the words of the wire. */
export function presentMove(move: Move): MoveWire {
  const side = ({ id, displayName, identityProvider }: Move["from"]) => ({ connection_id: toWireId("scim-connection", id), display_name: displayName, identity_provider: identityProvider });
  return {
    move_id: `move-${move.id}`,
    status: move.status,
    from: side(move.from),
    to: side(move.to),
    started_at: move.startedAt.toISOString(),
    started_by: move.startedBy,
    ended_at: move.endedAt?.toISOString() ?? null,
    ended_by: move.endedBy,
    counts: move.counts,
  };
}

/** A person of a move in the words of the wire. */
export function presentMovedPerson(person: MovedPersonRecord): MovedPersonWire {
  return {
    member_id: toWireId("member", person.memberId),
    name: person.name,
    email_address: person.email,
    outcome: person.outcome,
    matched_by: person.outcome === "matched" ? (person.matchedBy ?? "hand") : null,
    old: person.oldUserName === null ? null : { user_name: person.oldUserName, active: person.oldActive ?? true },
    new: person.newUserName === null ? null : { registration_id: person.newId ?? "", user_name: person.newUserName, active: person.newActive ?? true },
    fate: person.fate,
    parted_from: person.parted && { member_id: toWireId("member", person.parted.memberId), name: person.parted.name },
  };
}
