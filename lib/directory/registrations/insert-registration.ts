import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { memberPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { rolesInForce } from "../roles/roles-in-force";
import { foldUserName } from "./fold-user-name";
import { insertNewcomer } from "./insert-newcomer";
import type { PersonReference, RegistrationProfile, WrittenRegistration } from "./registration";
import { hasExternalId, ofConnection, registrationManager } from "./registration-columns";

/**
 * A new person (of a new member, or of one who was there already), or why there is none: somebody holds the userName, a person who left under this external
 * id may come back, the connection was deleted meanwhile, or an administrator has to say first whether they are somebody who is there already.
 */
export type InsertedRegistration = ({ outcome: "created" } & WrittenRegistration) | { outcome: "taken" } | { outcome: "returning" } | { outcome: "closed" } | { outcome: "undecided" };

const head = { eventId: "$11::uuid", action: "case when decision.outcome = 'link' then 'UPDATE' else 'CREATE' end", organizationId: "$2::uuid", connectionId: "$1::uuid" };

// A connection that is being deleted is waited for: what comes too late must not stay behind.
//
// Members of the same e-mail may be the same person: `candidate` names them, but for those whom somebody told apart. Only three things link at once, the
// rest is for a person to decide: somebody decided so before; the connection takes over from another one whose directory knows the very same e-mail
// or userName (the administrator who started the move vouches for both); the policy says so and the member confirmed the address by signing in.
const statement = `
  with live as materialized (
    select c.id, c.adoption_policy as policy, (select m.from_connection_id from connection_move m where m.to_connection_id = c.id and m.status = 'open') as moving_from
    from connection c where c.id = $1 and c.status <> 'deleted' for key share of c
  ), returning_person as (
    select 1 from registration r where ${hasExternalId("r", "$1", "$7")} and (not r.active or r.kept_active) limit 1
  ), candidate as materialized (
    select found.id, found.reason, found.moved, found.verified, told.status from live cross join lateral (
      select m.id, 'email' as reason, exists (select 1 from registration o where o.member_id = m.id and o.connection_id = live.moving_from) as moved,
        exists (select 1 from "user" u where u.id = m.user_id and u.email = m.email_key and u.email_verified is not null) as verified
      from member m where m.email_key = lower($9) and (m.organization_id = $2) is true and m.status <> 'deleted'
      union all
      select m.id, 'user_name', true, false from registration o join member m on m.id = o.member_id and m.email_key <> lower($9) and m.status <> 'deleted'
      where live.moving_from is not null and o.connection_id = live.moving_from and o.user_name_key = $6
    ) found
    left join adoption told on told.connection_id = $1 and told.user_name_key = $6 and told.member_id = found.id
    where told.status is distinct from 'apart' and not exists (select 1 from registration r where r.member_id = found.id and ${ofConnection("r", "$1")})
  ), decision as materialized (
    select case when exists (select 1 from returning_person) then 'returning' when chosen.id is not null then 'link'
        when live.policy = 'separate' or not exists (select 1 from candidate where status is distinct from 'ignored') then 'own'
        when live.policy = 'hold' and live.moving_from is null then 'undecided' else 'own' end as outcome,
      chosen.id as member_id, chosen.reason, live.policy <> 'separate' or live.moving_from is not null as asks
    from live left join lateral (
      select c.id, case when c.status = 'linked' then 'hand' else c.reason end as reason from candidate c
      where c.status = 'linked'
         or (c.moved and (select count(*) from candidate where moved) = 1)
         or (live.policy = 'verified' and c.verified and (select count(*) from candidate) = 1)
      order by c.status is not distinct from 'linked' desc limit 1
    ) chosen on true
  ), newcomer as (
    insert into member (id, organization_id, origin, status, email, email_key, name)
    select $4, $2, 'scim', case when $8::boolean then 'active'::member_status else 'deactivated' end, $9, lower($9), $10
    from decision where decision.outcome = 'own'
    returning *
  ), adopted as (
    update member m set origin = 'scim', email = $9, email_key = lower($9), name = coalesce(nullif($10::text, ''), m.name), updated_at = now(),
      status = case when $8::boolean then 'active'::member_status when exists (select 1 from registration o where o.member_id = m.id and o.active) then m.status else 'deactivated' end
    from decision where decision.outcome = 'link' and m.id = decision.member_id
    returning m.*
  ), person as (
    select * from newcomer union all select * from adopted
  ), created as (
    insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, attributes, matched_by)
    select $3, $1, $2, person.id, $5, $6, $7, $8, $12::jsonb, decision.reason from person, decision
    returning id, version, created_at, updated_at, ${registrationManager("registration")}
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select $11, $2, $1, case when decision.outcome = 'link' then 'scim.member.update' else 'scim.member.create' end, person.id, person.id,
      ${memberPayload(head, "person", `$13::jsonb || jsonb_build_object('roles', ${rolesInForce({ member: "person.id", status: "person.status" })})`)}, $14::uuid from person, decision
  ), asked as (
    insert into adoption (id, organization_id, connection_id, registration_id, member_id, user_name, user_name_key, email, name, reason)
    select gen_random_uuid(), $2, $1, case when decision.outcome = 'own' then $3::uuid end, c.id, $5, $6, $9, $10, c.reason from candidate c, decision
    where (decision.outcome = 'undecided' or (decision.outcome = 'own' and decision.asks)) and c.status is distinct from 'ignored'
    on conflict (connection_id, user_name_key, member_id) do update
      set registration_id = excluded.registration_id, email = excluded.email, name = excluded.name, status = 'open', created_at = now()
  )
  select live.id as live, decision.outcome, created.* from (select) one left join live on true left join decision on true left join created on true`;

type Row = { live: string | null; outcome: string | null; id: string | null; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };

/** Member, registration and event in one statement: one commit for a new person. Where there is something to decide, it is the second one. */
export async function insertRegistration(scope: ConnectionScope, id: string, profile: RegistrationProfile): Promise<InsertedRegistration> {
  try {
    const newcomer = await insertNewcomer(scope, id, profile);
    if (newcomer) return { outcome: "created", ...newcomer };
    const { rows } = await pool().query<Row>({ name: "insert-registration", text: statement, values: insertValues(scope, id, profile) });
    const row = rows[0];
    if (!row?.live) return { outcome: "closed" };
    if (row.id === null) return { outcome: row.outcome === "undecided" ? "undecided" : "returning" };
    return { outcome: "created", id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager };
  } catch (error) {
    if (isUniqueViolation(error, "registration_connection_id_user_name_key_key")) return { outcome: "taken" };
    // Another call has just become the member whom this one matched: seen from now on, that member is nobody to match any more.
    if (isUniqueViolation(error, "registration_member_id_connection_id_key")) return insertRegistration(scope, id, profile);
    throw error;
  }
}

function insertValues(scope: ConnectionScope, id: string, profile: RegistrationProfile): unknown[] {
  return [
    scope.connectionId,
    scope.organizationId,
    id,
    uuidv7(),
    profile.userName,
    foldUserName(profile.userName),
    profile.externalId,
    profile.active,
    profile.email ?? profile.userName,
    profile.name ?? "",
    uuidv7(),
    JSON.stringify(profile.attributes),
    JSON.stringify(profile.described),
    scope.requestId,
  ];
}
