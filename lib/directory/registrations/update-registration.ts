import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import type { Queryable } from "@/lib/db/queryable";
import { memberPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { rolesInForce } from "../roles/roles-in-force";
import { deactivatePlainRegistration } from "./deactivate-plain-registration";
import { departureVerdict, readDeparture, type DepartureRow, type RefusedDeparture, type TakenDeparture } from "./departure";
import { foldUserName } from "./fold-user-name";
import type { PersonReference, RegistrationProfile, StoredRegistration, WrittenRegistration } from "./registration";
import { ofConnection, registrationManager } from "./registration-columns";
import { updatePlainRegistration } from "./update-plain-registration";

/**
 * The row as it is now, or why it did not change: somebody else changed it meanwhile, the userName is taken, or the person may not leave (now). `kept`:
 * the IdP's word is written and the member stays active all the same.
 */
export type UpdatedRegistration = ({ outcome: "updated"; kept: boolean; brake: TakenDeparture | null } & WrittenRegistration) | { outcome: "stale" } | { outcome: "taken" } | RefusedDeparture;

// Leaving is told as a deletion, everything else as an update (management API section 11.5).
const left = "before.status = 'active' and person.status = 'deactivated'";
const head = { eventId: "$11::uuid", action: `case when ${left} then 'DELETE' else 'UPDATE' end`, organizationId: "person.organization_id", connectionId: "$1::uuid" };

// What counts is whether the registration is active afterwards; the statement still reads what it was.
const rolesAfter = rolesInForce({ member: "person.id", status: "person.status", active: "case when r.id = $2 then changed.active else r.active end" });

// Roles are told as this statement reads them, so nobody may have changed the person's groups or roles since it began. Who leaves has none, whoever else changes what.
const steady = `read as materialized (
    select r.id as registration_id, m.id, m.role_version from registration r join member m on m.id = r.member_id where r.id = $2 and ${ofConnection("r", "$1")}
  ), before as materialized (
    select m.id, m.status, m.role_version = read.role_version as same from read join registration r on r.id = read.registration_id join member m on m.id = read.id
    for no key update of r, m
  )`;
const before = `before as (
    select m.id, m.status from registration r join member m on m.id = r.member_id where r.id = $2 and ${ofConnection("r", "$1")}
  )`;

// A member is active while any registration is. A member that was deleted by hand stays deleted.
const writeRegistration = (leaves: boolean): string => `
  with ${leaves ? `${departureVerdict("$3::int", "deactivate", "$13::uuid")} ${before}` : steady}, changed as (
    update registration set user_name = $4, user_name_key = $5, external_id = $6, attributes = $8::jsonb,
      active = ${leaves ? "$7 or verdict.outcome = 'kept'" : "$7"}, kept_active = ${leaves ? "verdict.outcome = 'kept'" : "$14"},
      version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond')
    ${leaves ? "from verdict" : ""} where registration.id = $2 and ${ofConnection("registration", "$1")} and version = $3 ${leaves ? "and verdict.outcome in ('pass', 'suspend', 'kept')" : "and exists (select 1 from before where same)"}
    returning id, member_id, active, kept_active, version, created_at, updated_at, ${registrationManager("registration")}
  ), person as (
    update member m set email = coalesce($9, m.email), email_key = coalesce(lower($9), m.email_key), name = coalesce($10, m.name), updated_at = changed.updated_at,
      status = case when m.status = 'deleted' then m.status
        when changed.active or exists (select 1 from registration o where o.member_id = m.id and o.id <> $2 and o.active) then 'active'::member_status
        else 'deactivated' end
    from changed where m.id = changed.member_id
    returning m.*
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select $11, person.organization_id, $1, case when ${left} then 'scim.member.delete' else 'scim.member.update' end, person.id, person.id,
      ${memberPayload(head, "person", `$12::jsonb || jsonb_build_object('roles', ${rolesAfter})`)}, $13::uuid
    from person join before on before.id = person.id join changed on changed.member_id = person.id
  )
  select ${leaves ? "verdict.outcome, verdict.case_id, verdict.opened, changed.* from verdict left join changed on true" : "* from changed"}`;

const plain = { name: "update-registration", text: writeRegistration(false) };
const leaving = { name: "deactivate-registration", text: writeRegistration(true) };

type Row = DepartureRow & { id: string; kept_active: boolean; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };

/**
 * Writes what a registration became, its member and the event in one statement (the second one for who has more roles than everybody), if the row still has the version that was
 * read. Nothing is locked while the caller thinks: parallel writers read again instead (see `provisioning/users/change-user`).
 * Only where the person leaves by it, the brake of the connection and the last org_admin have a say.
 */
export async function updateRegistration(
  scope: ConnectionScope,
  stored: StoredRegistration,
  profile: RegistrationProfile,
  on?: Queryable,
): Promise<UpdatedRegistration> {
  try {
    const plainly = await updatePlainly(scope, stored, profile, on);
    if (plainly) return plainly;
    const leaves = stored.active && !profile.active;
    const { rows } = await (on ?? pool()).query<Row>({ ...(leaves ? leaving : plain), values: updateValues(scope, stored, profile, leaves) });
    const row = rows[0];
    const departure = leaves && row ? readDeparture(row) : { brake: null };
    if ("outcome" in departure) return departure;
    if (!row?.id) return { outcome: "stale" };
    return { outcome: "updated", id: row.id, kept: row.kept_active, brake: departure.brake, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager };
  } catch (error) {
    if (isUniqueViolation(error, "registration_connection_id_user_name_key_key")) return { outcome: "taken" };
    throw error;
  }
}

/** Null: there is more to it than the daily case. */
async function updatePlainly(scope: ConnectionScope, stored: StoredRegistration, profile: RegistrationProfile, on?: Queryable): Promise<UpdatedRegistration | null> {
  const { email, name, active, kept = false } = profile;
  if (email === null || name === null) return null;
  if (!active) return stored.active ? deactivatePlainRegistration(scope, stored, { ...profile, email, name }, on) : null;
  const written = await updatePlainRegistration(scope, stored, { ...profile, email, name }, on);
  return written && { outcome: "updated", kept, brake: null, ...written };
}

/** Where someone leaves, the verdict says who is kept and roles do not matter: then there is no `$14`. */
function updateValues(scope: ConnectionScope, stored: StoredRegistration, profile: RegistrationProfile, leaves: boolean): unknown[] {
  return [
    scope.connectionId,
    stored.id,
    stored.version,
    profile.userName,
    foldUserName(profile.userName),
    profile.externalId,
    profile.active,
    JSON.stringify(profile.attributes),
    profile.email,
    profile.name,
    uuidv7(),
    JSON.stringify(profile.described),
    scope.requestId,
    ...(leaves ? [] : [profile.kept ?? false]),
  ];
}
