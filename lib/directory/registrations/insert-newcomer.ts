import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { everybodysRoles, fillPayload, timestampText, writeMemberPayload } from "@/lib/events/payload-text";
import type { ConnectionScope } from "@/lib/scope";
import { foldUserName } from "./fold-user-name";
import type { PersonReference, RegistrationProfile, WrittenRegistration } from "./registration";
import { hasExternalId, registrationManager } from "./registration-columns";

const written = timestampText("now()::timestamptz(3)");
const payload = fillPayload("$13", { now: written, createdAt: written, updatedAt: written });
const active = { externalId: "null", status: '"active"', roles: everybodysRoles };
const inactive = { externalId: "null", status: '"deactivated"', roles: "[]" };

// One write of a new person costs PostgreSQL more for setting up a statement than for the rows. Here nothing is decided: who is new to everything has no
// role but org_member and an event that is known beforehand, up to the time. Each look-up names one index only, whatever the statistics say (decision 35).
const insertPerson = (manager: string): string => `
  with live as materialized (
    select c.id from connection c where c.id = $1 and c.status <> 'deleted'
      and not exists (select 1 from connection_move m where m.to_connection_id = $1 and m.status = 'open')
      and not exists (select 1 from registration r where ${hasExternalId("r", "$1", "$7")} and (not r.active or r.kept_active))
      and not exists (select 1 from member m where m.email_key = lower($9) and (m.organization_id = $2) is true and m.status <> 'deleted')
    for key share of c
  ), newcomer as (
    insert into member (id, organization_id, origin, status, email, email_key, name)
    select $4, $2, 'scim', case when $8::boolean then 'active'::member_status else 'deactivated' end, $9, lower($9), $10 from live
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select $11, $2, $1, 'scim.member.create', $4, $4, ${payload}, $14::uuid from live
  )
  insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, attributes)
  select $3, $1, $2, $4, $5, $6, $7, $8, $12::jsonb from live
  returning id, version, created_at, updated_at, ${manager}`;

const plain = { name: "insert-newcomer", text: insertPerson("null as manager") };
const managed = { name: "insert-managed-newcomer", text: insertPerson(registrationManager("registration")) };

type Row = { id: string; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };

/**
 * Member, registration and event of somebody who is new to the connection and to the organization, in one statement. Null, and nothing is written, where there
 * is anything to decide: the e-mail address is known, somebody may come back, the connection takes over from another one, or it is gone. Throws the unique
 * violation of a userName that is taken.
 */
export async function insertNewcomer(scope: ConnectionScope, id: string, profile: RegistrationProfile): Promise<WrittenRegistration | null> {
  const attributes = JSON.stringify(profile.attributes);
  const statement = attributes.includes('"manager"') ? managed : plain;
  const { rows } = await pool().query<Row>({ ...statement, values: newcomerValues(scope, id, profile, attributes) });
  const row = rows[0];
  return row ? { id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager } : null;
}

function newcomerValues(scope: ConnectionScope, id: string, profile: RegistrationProfile, attributes: string): unknown[] {
  const [memberId, eventId] = [uuidv7(), uuidv7()];
  const email = profile.email ?? profile.userName;
  const name = profile.name ?? "";
  return [
    scope.connectionId,
    scope.organizationId,
    id,
    memberId,
    profile.userName,
    foldUserName(profile.userName),
    profile.externalId,
    profile.active,
    email,
    name,
    eventId,
    attributes,
    writeMemberPayload(scope, { eventId, action: "CREATE", memberId, email, name, described: profile.described }, profile.active ? active : inactive),
    scope.requestId,
  ];
}
