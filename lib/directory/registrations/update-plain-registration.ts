import { combine, type Combined } from "@/lib/db/combine";
import type { Queryable } from "@/lib/db/queryable";
import { everybodysRoles, fillPayload, timestampText } from "@/lib/events/payload-text";
import type { ConnectionScope } from "@/lib/scope";
import { type ChangeStatement, changeTogether, givenColumns, type PersonChange } from "./change-together";
import type { PersonReference, StoredRegistration, WrittenRegistration } from "./registration";
import { hasNoRole, ofConnection, registrationManager } from "./registration-columns";

const payload = fillPayload("person.told", {
  now: timestampText("now()"),
  createdAt: timestampText("person.created_at"),
  updatedAt: timestampText("person.updated_at"),
  externalId: "coalesce(to_json(person.external_id)::text, 'null')",
  status: "to_json(person.status)::text",
  roles: `case when person.status = 'active' then '${everybodysRoles}' else '[]' end`,
});

// The member is as the full statement leaves it whose registration is active. Roles are computed there: here is who can have none but org_member. `same`: nobody changed
// the person's groups since the statement began. Each person is looked up by itself (`offset 0`). Nobody is waited for: who is being changed by somebody else is left
// to the full statement, so that one who waits holds up nobody but itself.
const updatePeople = (manager: string): string => `
  with given as materialized (
    select * from json_to_recordset($2::json) as g (${givenColumns})
  ), read as materialized (
    select r.* from given cross join lateral (
      select r.id, m.role_version from registration r join member m on m.id = r.member_id where r.id = given.id and ${ofConnection("r", "$1")} offset 0
    ) r
  ), held as materialized (
    select h.*, h.role_version = read.role_version as same from (select * from read order by id) read cross join lateral (
      select r.id, m.id as member_id, m.role_version from registration r join member m on m.id = r.member_id where r.id = read.id for no key update of r, m skip locked offset 0
    ) h
  ), fit as materialized (
    select given.*, h.member_id from held h join given on given.id = h.id where same
      and ${hasNoRole("h.member_id")}
  ), changed as (
    update registration r set user_name = fit.user_name, user_name_key = fit.user_name_key, external_id = fit.external_id, attributes = fit.attributes, active = fit.active,
      kept_active = fit.kept, version = r.version + 1, updated_at = greatest(now(), r.updated_at + interval '1 millisecond')
    from fit where r.id = fit.id and ${ofConnection("r", "$1")} and r.version = fit.version
    returning r.id, r.member_id, r.version, r.created_at, r.updated_at, fit.email, fit.name, fit.event_id, fit.told, fit.request_id, ${manager}
  ), person as (
    update member m set email = changed.email, email_key = lower(changed.email), name = changed.name, updated_at = changed.updated_at, status = case when m.status = 'deleted' then m.status else 'active' end
    from changed where m.id = changed.member_id
    returning m.id, m.organization_id, m.external_id, m.status, m.created_at, m.updated_at, changed.event_id, changed.told, changed.request_id
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select person.event_id, person.organization_id, $1, 'scim.member.update', person.id, person.id, ${payload}, person.request_id from person
  )
  select id, version, created_at, updated_at, manager from changed`;

const statement: ChangeStatement = {
  plain: { name: "update-plain-registrations", text: updatePeople("null::json as manager") },
  managed: { name: "update-managed-registrations", text: updatePeople(registrationManager("r")) },
  action: "UPDATE",
};

type Row = { id: string; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };

const changes: Combined<PersonChange, WrittenRegistration | null> = { name: "plain-registrations", most: 32, run: updatePlainRegistrations };

/**
 * Writes what a registration became that is active, its member and the event, in one statement with those that come at the same time: the daily case, without
 * the machinery for roles and departures that costs PostgreSQL more than the rows. Null, and nothing is written, where the person may have a role by hand
 * or by a group, or the registration has another version than the one that was read. Inside a transaction, `on` is that.
 */
export function updatePlainRegistration(scope: ConnectionScope, stored: StoredRegistration, profile: PersonChange["profile"], on?: Queryable): Promise<WrittenRegistration | null> {
  const change = { scope, stored, profile };
  return on ? updatePlainRegistrations([change], on).then(([written]) => written ?? null) : combine(changes, scope.connectionId, change);
}

async function updatePlainRegistrations(people: readonly PersonChange[], on: Queryable): Promise<(WrittenRegistration | null)[]> {
  const rows = await changeTogether<Row>(people, statement, on);
  return rows.map((row) => (row ? { id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager } : null));
}
