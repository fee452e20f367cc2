import { uuidv7 } from "uuidv7";
import type pg from "pg";
import { everybodysRoles, fillPayload, timestampText, writeMemberPayload } from "@/lib/events/payload-text";
import type { ConnectionScope } from "@/lib/scope";
import { foldUserName } from "./fold-user-name";
import type { PersonReference, RegistrationProfile, StoredRegistration, WrittenRegistration } from "./registration";
import { ofConnection, registrationManager } from "./registration-columns";

const payload = fillPayload("$12", {
  now: timestampText("now()"),
  createdAt: timestampText("person.created_at"),
  updatedAt: timestampText("person.updated_at"),
  externalId: "coalesce(to_json(person.external_id)::text, 'null')",
  status: "to_json(person.status)::text",
  roles: `case when person.status = 'active' then '${everybodysRoles}' else '[]' end`,
});

// The member is as the full statement leaves it whose registration is active. Roles are computed there: here is who can have none but org_member. `held`: nobody changed
// the person's groups since the statement began.
const updatePerson = (manager: string): string => `
  with read as materialized (
    select r.id, r.member_id, m.role_version from registration r join member m on m.id = r.member_id where r.id = $2 and ${ofConnection("r", "$1")}
  ), held as materialized (
    select m.id as member_id, m.role_version = read.role_version as same from read join registration r on r.id = read.id join member m on m.id = read.member_id for no key update of r, m
  ), fit as materialized (
    select r.member_id from held r where same
      and not exists (select 1 from role_assignment a where a.member_id = r.member_id)
      and not exists (
        select 1 from registration o join group_membership gm on gm.registration_id = o.id
        where o.member_id = r.member_id and (exists (select 1 from role_mapping where group_id = gm.group_id) or exists (select 1 from group_nesting where child_group_id = gm.group_id)))
  ), changed as (
    update registration r set user_name = $4, user_name_key = $5, external_id = $6, attributes = $8::jsonb, active = $7, kept_active = $14,
      version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond')
    from fit where r.id = $2 and ${ofConnection("r", "$1")} and r.version = $3
    returning r.id, r.member_id, r.version, r.created_at, r.updated_at, ${manager}
  ), person as (
    update member m set email = $9, email_key = lower($9), name = $10, updated_at = changed.updated_at, status = case when m.status = 'deleted' then m.status else 'active' end
    from changed where m.id = changed.member_id
    returning m.id, m.organization_id, m.external_id, m.status, m.created_at, m.updated_at
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select $11, person.organization_id, $1, 'scim.member.update', person.id, person.id, ${payload}, $13::uuid from person
  )
  select id, version, created_at, updated_at, manager from changed`;

const plain = { name: "update-plain-registration", text: updatePerson("null::json as manager") };
const managed = { name: "update-managed-registration", text: updatePerson(registrationManager("r")) };

type Row = { id: string; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };

/**
 * Writes what a registration became that is active, its member and the event: the daily case, without the machinery for roles and departures that costs
 * PostgreSQL more than the rows. Null, and nothing is written, where the person may have a role by hand or by a group, or the registration has
 * another version than the one that was read.
 */
export async function updatePlainRegistration(
  scope: ConnectionScope,
  stored: StoredRegistration,
  profile: RegistrationProfile & { email: string; name: string },
  on: Pick<pg.Pool, "query">,
): Promise<WrittenRegistration | null> {
  const attributes = JSON.stringify(profile.attributes);
  const eventId = uuidv7();
  const told = writeMemberPayload(scope, { eventId, action: "UPDATE", memberId: stored.memberId, email: profile.email, name: profile.name, described: profile.described });
  const { rows } = await on.query<Row>({
    ...(attributes.includes('"manager"') ? managed : plain),
    values: [scope.connectionId, stored.id, stored.version, profile.userName, foldUserName(profile.userName), profile.externalId, profile.active, attributes, profile.email, profile.name, eventId, told, scope.requestId, profile.kept ?? false],
  });
  const row = rows[0];
  return row ? { id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager } : null;
}
