import { newId } from "@/lib/new-id";
import { combine, type Combined } from "@/lib/db/combine";
import type { Queryable } from "@/lib/db/queryable";
import { everybodysRoles, fillPayload, timestampText, writeMemberPayload } from "@/lib/events/payload-text";
import type { ConnectionScope } from "@/lib/scope";
import { foldUserName } from "./fold-user-name";
import type { PersonReference, RegistrationProfile, WrittenRegistration } from "./registration";
import { hasExternalId, registrationManager } from "./registration-columns";

const written = timestampText("now()::timestamptz(3)");
const payload = fillPayload("fit.told", { now: written, createdAt: written, updatedAt: written });
const active = { externalId: "null", status: '"active"', roles: everybodysRoles };
const inactive = { externalId: "null", status: '"deactivated"', roles: "[]" };

// One write of new people costs PostgreSQL more for setting up a statement than for the rows. Here nothing is decided: who is new to everything has no
// role but org_member and an event that is known beforehand, up to the time. Each look-up names one index only and is made for each person by itself
// (`limit 1`), whatever the statistics say (decision 35). Of several with one e-mail address only the first is new to everything.
const insertPeople = (manager: string): string => `
  with given as materialized (
    select *, lower(email) as email_key, row_number() over (partition by lower(email) order by at) as same_email
    from json_to_recordset($3::json) as g (at int, id uuid, member_id uuid, event_id uuid, user_name text, user_name_key text, external_id text, active boolean,
      email text, name text, attributes jsonb, told text, request_id uuid)
  ), live as materialized (
    select c.id from connection c where c.id = $1 and c.status <> 'deleted' and not exists (select 1 from connection_move m where m.to_connection_id = $1 and m.status = 'open')
    for key share of c
  ), fit as materialized (
    select given.* from live, given where given.same_email = 1
      and (select true from registration r where ${hasExternalId("r", "$1", "given.external_id")} and (not r.active or r.kept_active) limit 1) is null
      and (select true from member m where m.email_key = given.email_key and (m.organization_id = $2) is true and m.status <> 'deleted' limit 1) is null
  ), newcomer as (
    insert into member (id, organization_id, origin, status, email, email_key, name)
    select member_id, $2, 'scim', case when active then 'active'::member_status else 'deactivated' end, email, email_key, name from fit
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select event_id, $2, $1, 'scim.member.create', member_id, member_id, ${payload}, request_id from fit
  )
  insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, attributes)
  select id, $1, $2, member_id, user_name, user_name_key, external_id, active, attributes from fit
  returning id, version, created_at, updated_at, ${manager}`;

const plain = { name: "insert-newcomers", text: insertPeople("null as manager") };
const managed = { name: "insert-managed-newcomers", text: insertPeople(registrationManager("registration")) };

type Row = { id: string; version: number; created_at: Date; updated_at: Date; manager: PersonReference | null };
type Newcomer = { scope: ConnectionScope; id: string; profile: RegistrationProfile };

const newcomers: Combined<Newcomer, WrittenRegistration | null> = { name: "newcomers", most: 32, run: insertNewcomers };

/**
 * Member, registration and event of somebody who is new to the connection and to the organization; in one statement with those who come at the same time. Null,
 * and nothing is written, where there is anything to decide: the e-mail address is known, somebody may come back, the connection takes over from another
 * one, or it is gone. Throws the unique violation of a userName that is taken.
 */
export function insertNewcomer(scope: ConnectionScope, id: string, profile: RegistrationProfile): Promise<WrittenRegistration | null> {
  return combine(newcomers, scope.connectionId, { scope, id, profile });
}

async function insertNewcomers(people: readonly Newcomer[], on: Queryable): Promise<(WrittenRegistration | null)[]> {
  const given = `[${people.map(readGiven).sort(byUserName).map((each) => JSON.stringify(each)).join(",")}]`;
  const scope = people[0]?.scope;
  const { rows } = await on.query<Row>({ ...(given.includes('"manager"') ? managed : plain), values: [scope?.connectionId, scope?.organizationId, given] });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return people.map(({ id }) => {
    const row = byId.get(id);
    return row ? { id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at, manager: row.manager } : null;
  });
}

/** In one order: two statements that write the same names would otherwise wait for each other in a circle. */
function byUserName(one: { user_name_key: string }, other: { user_name_key: string }): number {
  return one.user_name_key < other.user_name_key ? -1 : 1;
}

function readGiven({ scope, id, profile }: Newcomer, at: number) {
  const [memberId, eventId] = [newId(), newId()];
  const { userName, attributes, described } = profile;
  const email = profile.email ?? userName;
  const name = profile.name ?? "";
  return {
    at,
    id,
    member_id: memberId,
    event_id: eventId,
    user_name: userName,
    user_name_key: foldUserName(userName),
    external_id: profile.externalId,
    active: profile.active,
    email,
    name,
    attributes,
    told: writeMemberPayload(scope, { eventId, action: "CREATE", memberId, email, name, described }, profile.active ? active : inactive),
    request_id: scope.requestId,
  };
}
