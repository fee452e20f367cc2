import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { departureVerdict, readDeparture, type DepartureRow, type RefusedDeparture, type TakenDeparture } from "./departure";
import { memberPayload, membershipPayload } from "@/lib/events/event-payload";
import { rolesInForce } from "../roles/roles-in-force";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "./registration-columns";

// Gone for good, or no longer active: told as a deletion. A member whom another IdP still vouches for is only updated.
const left = "person.status = 'deleted' or (before.status = 'active' and person.status = 'deactivated')";
const head = { eventId: "$3::uuid", action: `case when ${left} then 'DELETE' else 'UPDATE' end`, organizationId: "person.organization_id", connectionId: "$1::uuid" };

const exitHead = { eventId: "exit.event_id", action: "'MEMBER_DELETE'", organizationId: "exit.organization_id", connectionId: "$1::uuid" };

// Groups that lose a member change too: their version says so. Locked in the order of their ids, so that two deletions
// with groups in common cannot wait for each other.
// A person whom the brake suspends is not gone for good before somebody says so: until then the member is only deactivated.
const statement = `
  with ${departureVerdict("$4::int", "delete", "$5::uuid")} before as (
    select m.id, m.status, r.external_id, r.attributes from registration r join member m on m.id = r.member_id join verdict on verdict.outcome in ('pass', 'suspend')
    where r.id = $2 and ${ofConnection("r", "$1")} and ($4::int is null or r.version = $4)
  ), held as (
    select g.id from idp_group g where g.id in (select group_id from group_membership where registration_id = $2)
      and exists (select 1 from before)
    order by g.id for no key update
  ), exit as materialized (
    select gen_random_uuid() as event_id, g.* from held join idp_group g on g.id = held.id
  ), shrunk as (
    update idp_group g set version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond') from held where g.id = held.id
  ), gone as (
    delete from registration using before where registration.id = $2 and ${ofConnection("registration", "$1")} and ($4::int is null or version = $4) returning registration.id, member_id
  ), others as (
    select count(*) as known, count(*) filter (where o.active) as active from registration o join gone on o.member_id = gone.member_id and o.id <> gone.id
  ), person as (
    update member m set updated_at = now(),
      deleted_at = case when others.known = 0 and verdict.outcome = 'pass' then coalesce(m.deleted_at, now()) else m.deleted_at end,
      status = case when (others.known = 0 and verdict.outcome = 'pass') or m.status = 'deleted' then 'deleted'::member_status when others.active > 0 then 'active' else 'deactivated' end
    from gone, others, verdict where m.id = gone.member_id
    returning m.*
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select id, organization_id, connection_id, type, object_id, member_id, payload, $5::uuid from (
    select exit.event_id, exit.organization_id, $1::uuid, 'scim.idp_group.member_delete', exit.id, p.member_id, ${membershipPayload(exitHead, "exit", "p")}
    from exit cross join (select person.id as member_id, person.email, person.name, person.status from person) p
    union all
    select $3::uuid, person.organization_id, $1, case when ${left} then 'scim.member.delete' else 'scim.member.update' end, person.id, person.id,
      ${memberPayload(head, "person", `jsonb_build_object('scim_registration', jsonb_build_object('connection_id', 'scim-connection-' || $1::uuid, 'registration_id', $2::uuid, 'external_id', before.external_id), 'roles', ${rolesInForce({ member: "person.id", status: "person.status", active: "r.active and r.id <> $2" })})`)}
    from person join before on before.id = person.id
    ) fact (id, organization_id, connection_id, type, object_id, member_id, payload)
    order by type like 'scim.member.%'
  )
  select verdict.*, gone.id from verdict left join gone on true`;

/** Whether it is gone, and what the brake did; or why it must not go (now). */
export type DeletedRegistration = { outcome: "deleted"; brake: TakenDeparture | null } | { outcome: "stale" } | RefusedDeparture;

/** Removes a registration with its memberships; the member becomes `deleted` when no other IdP knows the person. `stale`: there was none (of that version). */
export async function deleteRegistration(scope: ConnectionScope, id: string, version: number | null): Promise<DeletedRegistration> {
  const { rows } = await pool().query<DepartureRow & { id: string | null }>({ name: "delete-registration", text: statement, values: [scope.connectionId, id, uuidv7(), version, scope.requestId] });
  const row = rows[0];
  const departure = row ? readDeparture(row) : { outcome: "stale" as const };
  if ("outcome" in departure) return departure;
  return row?.id ? { outcome: "deleted", brake: departure.brake } : { outcome: "stale" };
}
