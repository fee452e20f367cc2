import { combine, type Combined } from "@/lib/db/combine";
import { isLockTimeout } from "@/lib/db/errors";
import { heldPool } from "@/lib/db/held-pool";
import type { Queryable } from "@/lib/db/queryable";
import { fillPayload, timestampText } from "@/lib/events/payload-text";
import type { ConnectionScope } from "@/lib/scope";
import { type ChangeStatement, changeTogether, givenColumns, type PersonChange } from "./change-together";
import { type DepartureRow, readDeparture, type RefusedDeparture, type TakenDeparture } from "./departure";
import type { PersonReference, StoredRegistration, WrittenRegistration } from "./registration";
import { hasNoRole, ofConnection, registrationManager } from "./registration-columns";

const payload = fillPayload("person.told", {
  now: timestampText("now()"),
  createdAt: timestampText("person.created_at"),
  updatedAt: timestampText("person.updated_at"),
  externalId: "coalesce(to_json(person.external_id)::text, 'null')",
});

// Who is here leaves with the registration, and has no roles then: that is known beforehand. `same`: nobody changed the member since the statement began, so that
// no other registration became active. All are held before the brake is asked about them: whoever waits for the brake holds rows that nobody waits for who has it. Who is being changed by somebody else is left to the full statement.
const deactivatePeople = (manager: string, brake = ""): string => `
  with given as materialized (
    select * from json_to_recordset($2::json) as g (${givenColumns}) ${brake}
  ), read as materialized (
    select r.* from given cross join lateral (
      select r.id, m.xmin as written from registration r join member m on m.id = r.member_id where r.id = given.id and ${ofConnection("r", "$1")} offset 0
    ) r
  ), held as materialized (
    select h.*, h.written = read.written as same from (select * from read order by id) read cross join lateral (
      select r.id, r.version, r.active, m.id as member_id, m.status, m.xmin as written from registration r join member m on m.id = r.member_id where r.id = read.id for no key update of r, m skip locked offset 0
    ) h
  ), fit as materialized (
    select given.*, h.member_id from held h join given on given.id = h.id where h.same and h.active and h.status = 'active' and h.version = given.version
      and (select true from registration o where o.member_id = h.member_id and o.id <> h.id and o.active limit 1) is null
      and (select true from connection_move v where v.from_connection_id = $1 and v.status = 'open' limit 1) is null
      and ${hasNoRole("h.member_id")}
  ), verdict as materialized (
    select v.registration as id, v.outcome, v.case_id, v.opened
    from (select array_agg(id order by at) as people, array_agg(request_id order by at) as requests from fit having count(*) > 0) f cross join lateral take_departures($1, f.people, f.requests) v
  ), changed as (
    update registration r set user_name = fit.user_name, user_name_key = fit.user_name_key, external_id = fit.external_id, attributes = fit.attributes, active = false,
      kept_active = false, version = r.version + 1, updated_at = greatest(now(), r.updated_at + interval '1 millisecond')
    from fit join verdict on verdict.id = fit.id where verdict.outcome in ('pass', 'suspend') and r.id = fit.id and ${ofConnection("r", "$1")} and r.version = fit.version
    returning r.id, r.member_id, r.version, r.created_at, r.updated_at, fit.email, fit.name, fit.event_id, fit.told, fit.request_id, ${manager}
  ), person as (
    update member m set email = changed.email, email_key = lower(changed.email), name = changed.name, updated_at = changed.updated_at, status = 'deactivated'
    from changed where m.id = changed.member_id
    returning m.id, m.organization_id, m.external_id, m.created_at, m.updated_at, changed.event_id, changed.told, changed.request_id
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select person.event_id, person.organization_id, $1, 'scim.member.delete', person.id, person.id, ${payload}, person.request_id from person
  )
  select verdict.id, verdict.outcome, verdict.case_id, verdict.opened, changed.version, changed.created_at, changed.updated_at, changed.manager
  from verdict left join changed on changed.id = verdict.id`;

const known: Pick<ChangeStatement, "action" | "known"> = { action: "DELETE", known: { status: '"deactivated"', roles: "[]" } };

const statement: ChangeStatement = {
  plain: { name: "deactivate-plain-registrations", text: deactivatePeople("null::json as manager") },
  managed: { name: "deactivate-managed-registrations", text: deactivatePeople(registrationManager("r")) },
  ...known,
};

// Whoever leaves through another server at this moment has the brake, and without it everybody here would take the full statement, which costs ten times as much. A statement that is its own
// transaction may wait for it before anything else, as it holds nothing yet that somebody could wait for; not for long, as somebody may be undoing thousands of departures.
const brakeWaitMs = 200;
const afterTheBrake = `where (select case
  when (select mode from brake where connection_id = $1) = 'off' then true
  else set_config('lock_timeout', '${brakeWaitMs}', true) is not null and pg_advisory_xact_lock(hashtextextended('brake:' || $1::uuid, 0))::text is not null end)`;

const waiting: ChangeStatement = {
  plain: { name: "deactivate-waiting-registrations", text: deactivatePeople("null::json as manager", afterTheBrake) },
  managed: { name: "deactivate-waiting-managed-registrations", text: deactivatePeople(registrationManager("r"), afterTheBrake) },
  ...known,
};

type Row = DepartureRow & { id: string; version: number | null; created_at: Date; updated_at: Date; manager: PersonReference | null };

/** Somebody who left, or why they may not (now). */
export type PlainDeparture = ({ outcome: "updated"; kept: false; brake: TakenDeparture | null } & WrittenRegistration) | RefusedDeparture;

// Alone: of two at once only one has the brake, and the other one would wait for it.
const departures: Combined<PersonChange, PlainDeparture | null> = { name: "plain-departures", most: 32, alone: true, run: deactivateAfterTheBrake };

/**
 * Deactivates a registration that alone keeps its member active: registration, member, the brake's count and the event in one statement with those that come at
 * the same time. Null, and nothing is written, where there is more to it: another registration, a role, a departure that is not committed, a move of the connection, another version than the one
 * that was read. Inside a transaction, `on` is that.
 */
export function deactivatePlainRegistration(scope: ConnectionScope, stored: StoredRegistration, profile: PersonChange["profile"], on?: Queryable): Promise<PlainDeparture | null> {
  const change = { scope, stored, profile };
  return on ? deactivatePeopleNow([change], statement, on).then(([left]) => left ?? null) : combine(departures, scope.connectionId, change);
}

/** Nobody, where somebody else keeps the brake. */
async function deactivateAfterTheBrake(people: readonly PersonChange[], on: Queryable): Promise<(PlainDeparture | null)[]> {
  // A rehearsal holds rows already that somebody could wait for.
  if (heldPool()) return deactivatePeopleNow(people, statement, on);
  try {
    return await deactivatePeopleNow(people, waiting, on);
  } catch (error) {
    if (isLockTimeout(error)) return people.map(() => null);
    throw error;
  }
}

async function deactivatePeopleNow(people: readonly PersonChange[], how: ChangeStatement, on: Queryable): Promise<(PlainDeparture | null)[]> {
  return (await changeTogether<Row>(people, how, on)).map((row) => (row ? readRow(row) : null));
}

function readRow(row: Row): PlainDeparture | null {
  const departure = readDeparture(row);
  if ("outcome" in departure) return departure.outcome === "stale" ? null : departure;
  if (row.version === null) return null;
  return { outcome: "updated", kept: false, brake: departure.brake, id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager };
}
