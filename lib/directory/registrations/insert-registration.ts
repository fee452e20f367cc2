import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { memberPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import type { RegistrationProfile, WrittenRegistration } from "./registration";

/** A new person, or why there is none: somebody holds the userName, or a person who left under this external id may come back. */
export type InsertedRegistration = ({ outcome: "created" } & WrittenRegistration) | { outcome: "taken" } | { outcome: "returning" };

const head = { eventId: "$11::uuid", action: "'CREATE'", organizationId: "$2::uuid", connectionId: "$1::uuid" };

const statement = `
  with returning_person as (
    select 1 from registration where connection_id = $1 and external_id = $7::text and (not active or kept_active) limit 1
  ), person as (
    insert into member (id, organization_id, origin, status, email, email_key, name)
    select $4, $2, 'scim', case when $8::boolean then 'active'::member_status else 'deactivated' end, $9, lower($9), $10
    where not exists (select 1 from returning_person)
    returning *
  ), created as (
    insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, attributes)
    select $3, $1, $2, person.id, $5, $6, $7, $8, $12::jsonb from person
    returning id, version, created_at, updated_at
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload)
    select $11, $2, $1, 'scim.member.create', person.id, person.id, ${memberPayload(head, "person", "$13::jsonb")} from person
  )
  select * from created`;

type Row = { id: string; version: number; created_at: Date; updated_at: Date };

/** Member, registration and event in one statement: one commit for a new person. */
export async function insertRegistration(scope: ConnectionScope, id: string, profile: RegistrationProfile): Promise<InsertedRegistration> {
  try {
    const { rows } = await pool().query<Row>({ name: "insert-registration", text: statement, values: insertValues(scope, id, profile) });
    const row = rows[0];
    if (!row) return { outcome: "returning" };
    return { outcome: "created", id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at };
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
    profile.userName.toLowerCase(),
    profile.externalId,
    profile.active,
    profile.email ?? profile.userName,
    profile.name ?? "",
    uuidv7(),
    JSON.stringify(profile.attributes),
    JSON.stringify(profile.described),
  ];
}
