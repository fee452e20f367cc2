import type { BrakeCaseWire, BrakeWire, DepartureWire } from "@/lib/contracts/brake";
import { toWireId } from "@/lib/contracts/wire-id";
import { type BrakeCase, windowMinutes } from "./brake";
import type { DepartureRecord } from "./find-departures";
import type { BrakeNow } from "./get-brake";

/** The settings of a brake in the words of the wire. */
export function presentBrake({ mode, people, percent, allowed }: BrakeNow): BrakeWire {
  return { mode, people, percent, window_minutes: windowMinutes, allowed };
}

/** A case in the words of the wire. */
export function presentBrakeCase(found: BrakeCase): BrakeCaseWire {
  const { counts } = found;
  return {
    brake_case_id: `brake-case-${found.id}`,
    connection_id: toWireId("scim-connection", found.connectionId),
    connection_name: found.connectionName,
    status: found.status,
    mode: found.mode,
    people: found.people,
    percent: found.percent,
    active_people: found.base,
    opened_at: found.openedAt.toISOString(),
    last_at: found.lastAt.toISOString(),
    closed_at: found.closedAt?.toISOString() ?? null,
    closed_by: found.closedBy,
    counts: {
      waiting: counts.waiting,
      earlier: counts.earlier,
      returned: counts.returned,
      released: counts.released,
      undone: counts.undone,
      undone_inactive: counts.undoneInactive,
    },
  };
}

/** A person of a case in the words of the wire. */
export function presentDeparture(departure: DepartureRecord): DepartureWire {
  return {
    departure_id: departure.id,
    member_id: toWireId("member", departure.memberId),
    registration_id: departure.registrationId,
    name: departure.name,
    email_address: departure.email,
    kind: departure.kind,
    standing: departure.standing,
    active_at_identity_provider: departure.activeAtIdp,
    at: departure.at.toISOString(),
    roles: departure.roles,
    request_id: departure.requestId,
    decided_at: departure.decidedAt?.toISOString() ?? null,
    decided_by: departure.decidedBy,
  };
}
