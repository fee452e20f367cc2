import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { memberPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { rolesInForce } from "../roles/roles-in-force";
import { foldUserName } from "./fold-user-name";
import type { PersonReference, RegistrationProfile, WrittenRegistration } from "./registration";
import { registrationManager } from "./registration-columns";

/** A new person, or why there is none: somebody holds the userName, a person who left under this external id may come back, or the connection was deleted meanwhile. */
export type InsertedRegistration = ({ outcome: "created" } & WrittenRegistration) | { outcome: "taken" } | { outcome: "returning" } | { outcome: "closed" };

const head = { eventId: "$11::uuid", action: "'CREATE'", organizationId: "$2::uuid", connectionId: "$1::uuid" };

// A connection that is being deleted is waited for: what comes too late must not stay behind.
const statement = `
  with live as materialized (
    select id from connection where id = $1 and status <> 'deleted' for key share
  ), returning_person as (
    select 1 from registration where connection_id = $1 and external_id = $7::text and (not active or kept_active) limit 1
  ), person as (
    insert into member (id, organization_id, origin, status, email, email_key, name)
    select $4, $2, 'scim', case when $8::boolean then 'active'::member_status else 'deactivated' end, $9, lower($9), $10
    where exists (select 1 from live) and not exists (select 1 from returning_person)
    returning *
  ), created as (
    insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, attributes)
    select $3, $1, $2, person.id, $5, $6, $7, $8, $12::jsonb from person
    returning id, version, created_at, updated_at, ${registrationManager("registration")}
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select $11, $2, $1, 'scim.member.create', person.id, person.id, ${memberPayload(head, "person", `$13::jsonb || jsonb_build_object('roles', ${rolesInForce({ member: "person.id", status: "person.status" })})`)}, $14::uuid from person
  )
  select live.id as live, created.* from (select) one left join live on true left join created on true`;

type Row = { live: string | null; id: string | null; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };

/** Member, registration and event in one statement: one commit for a new person. */
export async function insertRegistration(scope: ConnectionScope, id: string, profile: RegistrationProfile): Promise<InsertedRegistration> {
  try {
    const { rows } = await pool().query<Row>({ name: "insert-registration", text: statement, values: insertValues(scope, id, profile) });
    const row = rows[0];
    if (!row?.live) return { outcome: "closed" };
    if (row.id === null) return { outcome: "returning" };
    return { outcome: "created", id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager };
  } catch (error) {
    if (isUniqueViolation(error, "registration_connection_id_user_name_key_key")) return { outcome: "taken" };
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
