/** A departure that the brake let happen, and can take back; `opened`: it is the first of its case. */
export type TakenDeparture = { caseId: string; opened: boolean };

/** Why a person may not leave (now). The database function `take_departure` says what each means. */
export type RefusedDeparture = { outcome: "hold"; brake: TakenDeparture } | { outcome: "refuse" | "moving" | "last_admin" };

export type DepartureRow = { outcome: string; case_id: string | null; opened: boolean };

/**
 * SQL: the part `verdict (outcome, case_id, opened)` of a `with` whose `$1` is the connection and `$2` the registration, one row that decides about a
 * departure and counts it. The arguments are SQL expressions.
 */
export function departureVerdict(version: string, kind: "deactivate" | "delete", request: string): string {
  return `verdict as materialized (
    select outcome, case_id, opened from take_departure($1, $2, ${version}, '${kind}', ${request})
  ),`;
}

/** The verdict: what happened to the person, or why it did not. */
export function readDeparture({ outcome, case_id, opened }: DepartureRow): { brake: TakenDeparture | null } | RefusedDeparture | { outcome: "stale" } {
  const brake = case_id === null ? null : { caseId: case_id, opened };
  if (outcome === "hold" && brake) return { outcome, brake };
  if (outcome === "refuse" || outcome === "moving" || outcome === "last_admin" || outcome === "stale") return { outcome };
  return { brake };
}
